(define on-python (not (if #f #f))) ; as in Calysto Scheme

(if on-python
    (import-from "math" "floor"))

(define (divisible? a b)
  (= a (* b (floor (/ a b)))))

(define (leap year)
  (or (divisible? year 400) (and (divisible? year 4) (not (divisible? year 100)))))

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

(define year '())

(for-each
  (lambda (k)
    (set! year k)
    (cond
      ((leap year)
       (display (string-append (text-of year) " is a leap year"))
       (newline))
      (else
       (display (string-append (text-of year) " is not"))
       (newline))))
  (list 1900 2000 2023 2024))
