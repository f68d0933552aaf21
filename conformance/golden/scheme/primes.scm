(define on-python (not (if #f #f))) ; as in Calysto Scheme

(if on-python
    (import-from "math" "floor"))

(define (steps from to by)
  ; The numbers from one to another, up or down.
  (let* ((up? (<= from to))
         (step (if up? (abs by) (- (abs by)))))
    (let loop ((number from) (numbers '()))
      (if (if up? (<= number to) (>= number to))
          (loop (+ number step) (cons number numbers))
          (reverse numbers)))))

(define (remainder-of a b)
  ; With the sign of the divisor, of fractions too.
  (- a (* b (floor (/ a b)))))

(define (is-prime number)
  (call/cc
    (lambda (return)
      (for-each
        (lambda (divisor)
          (if (= (remainder-of number divisor) 0)
              (return #f)))
        (steps 2 (- number 1) 1))
      #t)))

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

(define found '())
(define number 2)
(let loop ()
  (if (not (= (length found) 6))
      (begin
        (if (or (= number 2) (is-prime number))
            (set! found (append found (list number))))
        (set! number (+ number 1))
        (loop))))
(display (join-texts found ", "))
(newline)
