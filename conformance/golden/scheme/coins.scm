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

(define count '())

(define rest 93)
(for-each
 (lambda (coin)
   (set! count (floor (divided rest coin)))
   (set! rest (modulo rest coin))
   (if (> count 0)
       (begin
         (display (string-append (number->string count)
                                 " x "
                                 (number->string coin)))
         (newline))))
 (list 50 20 10 5 2 1))
