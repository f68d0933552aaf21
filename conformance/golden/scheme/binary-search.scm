(define on-python (not (if #f #f))) ; as in Calysto Scheme

(if on-python
    (import-from "math" "floor"))

(define (divided a b)
  ; Of whole numbers a fraction, until that would need many digits: it may
  ; grow with each round of a loop.
  (let ((result (/ a b)))
    (cond ((= result (round result)) (round result))
          ((> (string-length (number->string result)) 40) (* 1.0 result))
          (else result))))

(define (place l w)
  (call/cc
   (lambda (return)
     (define middle '())
     (define x '())
     (define low 1)
     (define high (length l))
     (let loop ()
       (if (<= low high)
           (begin
             (set! middle (floor (divided (+ low high) 2)))
             (set! x (list-ref l (- middle 1)))
             (if (= x w)
                 (return middle))
             (if (< x w)
                 (set! low (+ middle 1))
                 (set! high (- middle 1)))
             (loop))))
     0)))

(display (place (list 1 3 5 7 9 11) 9))
(newline)
(display (place (list 1 3 5) 4))
(newline)
(display (place '() 4))
(newline)
