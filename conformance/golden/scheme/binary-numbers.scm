(define on-python (not (if #f #f))) ; as in Calysto Scheme

(if on-python
    (import-from "math" "floor"))

(define (decimal value)
  ; A fraction such as 1/3 is shown as 0.333...
  (if (and (number? value) (not (= value (round value))))
      (* 1.0 value)
      value))

(define (text-of value)
  ; What is shown for a value.
  (cond
    ((string? value) value)
    ((number? value) (number->string (decimal value)))
    (on-python (format "~a" value))
    (else
     (call-with-output-string
       (lambda (port) (display value port))))))

(define (divided a b)
  ; Of whole numbers a fraction, until that would need many digits: it may
  ; grow with each round of a loop.
  (let ((result (/ a b)))
    (cond
      ((= result (round result)) (round result))
      ((> (string-length (number->string result)) 40) (* 1.0 result))
      (else result))))

(define (remainder-of a b)
  ; With the sign of the divisor, of fractions too.
  (- a (* b (floor (/ a b)))))

(define (binary n)
  (call/cc
    (lambda (return)
      (if (< n 2)
          (return (text-of n)))
      (string-append (binary (floor (divided n 2))) (number->string (decimal (remainder-of n 2)))))))

(display (binary 10))
(newline)
(display (binary 255))
(newline)
