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

(define (binary n)
  (if (< n 2)
      (number->string n)
      (string-append (binary (floor (divided n 2)))
                     (number->string (modulo n 2)))))

(display (binary 10))
(newline)
(display (binary 255))
(newline)
