(define on-python (not (if #f #f))) ; as in Calysto Scheme

(if on-python
    (import-from "math" "floor"))

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

(define (join-texts items delimiter)
  (if (null? items)
      ""
      (let loop ((text (text-of (car items))) (left (cdr items)))
        (if (null? left)
            text
            (loop (string-append text delimiter (text-of (car left)))
                  (cdr left))))))

(define ok '())

(define primes '())
(let loop ((n 2))
  (if (<= n 30)
      (begin
        (set! ok #t)
        (call/cc
          (lambda (break)
            (for-each
              (lambda (p)
                (if (= (remainder-of n p) 0)
                    (begin
                      (set! ok #f)
                      (break #f))))
              primes)))
        (if ok
            (set! primes (append primes (list n))))
        (loop (+ n 1)))))
(display (join-texts primes " "))
(newline)
