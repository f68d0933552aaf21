(define (divided a b)
  ; Of whole numbers a fraction, until that would need many digits: it may
  ; grow with each round of a loop.
  (let ((result (/ a b)))
    (cond ((= result (round result)) (round result))
          ((> (string-length (number->string result)) 40) (* 1.0 result))
          (else result))))

(define (root n)
  (define x n)
  (let loop ((times 30))
    (if (> times 0)
        (begin
          (set! x (divided (+ x (divided n x)) 2))
          (loop (- times 1)))))
  x)

(display (round (* (root 2) 1000000)))
(newline)
(display (< (abs (- (root 9) 3)) 1e-9))
(newline)
