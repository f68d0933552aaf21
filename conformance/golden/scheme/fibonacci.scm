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

(define (join-texts items delimiter)
  (if (null? items)
      ""
      (let loop ((text (text-of (car items))) (left (cdr items)))
        (if (null? left)
            text
            (loop (string-append text delimiter (text-of (car left)))
                  (cdr left))))))

(define numbers (list 1 1))
(let loop ((times 8))
  (if (> times 0)
      (begin
        (set! numbers (append numbers (list (+ (car (reverse numbers)) (list-ref numbers (- (length numbers) 2))))))
        (loop (- times 1)))))
(display (join-texts numbers " "))
(newline)
