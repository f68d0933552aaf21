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

(define secret 42)
(define low 1)
(define high 100)
(define tries 0)
(define guess 0)
(let loop ()
  (if (not (= guess secret))
      (begin
        (set! guess (floor (divided (+ low high) 2)))
        (set! tries (+ tries 1))
        (cond ((< guess secret)
               (set! low (+ guess 1)))
              ((> guess secret)
               (set! high (- guess 1))))
        (loop))))
(display (string-append "found "
                        (number->string guess)
                        " in "
                        (number->string tries)
                        " tries"))
(newline)
