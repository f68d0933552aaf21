(define on-python (not (if #f #f))) ; as in Calysto Scheme

(if on-python
    (import-from "math" "floor"))

(define (divisible? a b)
  (= a (* b (floor (/ a b)))))

(define (divided a b)
  ; Of whole numbers a fraction, until that would need many digits: it may
  ; grow with each round of a loop.
  (let ((result (/ a b)))
    (cond ((= result (round result)) (round result))
          ((> (string-length (number->string result)) 40) (* 1.0 result))
          (else result))))

(define (steps n)
  (define count 0)
  (let loop ()
    (if (not (= n 1))
        (begin
          (if (divisible? n 2)
              (set! n (divided n 2))
              (set! n (+ (* n 3) 1)))
          (set! count (+ count 1))
          (loop))))
  count)

(display (steps 27))
(newline)
