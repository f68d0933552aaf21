(define on-python (not (if #f #f))) ; as in Calysto Scheme

(if on-python
    (import-from "math" "floor"))

(define (remainder-of a b)
  ; With the sign of the divisor, of fractions too.
  (- a (* b (floor (/ a b)))))

(define (gcd2 a b)
  (let loop ()
    (if (not (= b 0))
        (begin
          (set! t b)
          (set! b (remainder-of a b))
          (set! a t)
          (loop))))
  a)

(define t '())

(display (gcd2 48 18))
(newline)
(display (gcd2 7 3))
(newline)
