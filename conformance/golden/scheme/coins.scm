(define on-python (not (if #f #f))) ; as in Calysto Scheme

(if on-python
    (import-from "math" "floor"))

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

(define count '())

(define rest 93)
(for-each
  (lambda (coin)
    (set! count (floor (divided rest coin)))
    (set! rest (remainder-of rest coin))
    (if (> count 0)
        (begin
          (display (string-append (number->string count) " x " (text-of coin)))
          (newline))))
  (list 50 20 10 5 2 1))
