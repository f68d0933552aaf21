(define (decimal value)
  ; A fraction such as 1/3 is shown as 0.333...
  (if (and (number? value) (not (= value (round value))))
      (* 1.0 value)
      value))

(define on-python (not (if #f #f))) ; as in Calysto Scheme

(define (text-of value)
  ; What is shown for a value.
  (cond
    ((string? value) value)
    ((number? value) (number->string (decimal value)))
    (on-python (format "~a" value))
    (else
     (call-with-output-string
       (lambda (port) (display value port))))))

(define (roman number)
  (set! values2 (list 10 9 5 4 1))
  (set! letters (list "X" "IX" "V" "IV" "I"))
  (set! text "")
  (let loop ((i 1))
    (if (<= i 5)
        (begin
          (let loop ()
            (if (>= number (list-ref values2 (- i 1)))
                (begin
                  (set! text (string-append text (text-of (list-ref letters (- i 1)))))
                  (set! number (- number (list-ref values2 (- i 1))))
                  (loop))))
          (loop (+ i 1)))))
  text)

(define (bound? name)
  (if on-python
      (memq name (dir))
      (defined? name)))

(define values2 '())
(define letters '())
(define text (if (bound? 'text) text ""))

(display (roman 14))
(newline)
(display (roman 39))
(newline)
