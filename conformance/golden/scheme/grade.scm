(define (grade points)
  (cond
    ((>= points 90)
     (set! mark "A"))
    ((>= points 80)
     (set! mark "B"))
    ((>= points 70)
     (set! mark "C"))
    (else
     (set! mark "F")))
  mark)

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

(define (bound? name)
  (if on-python
      (memq name (dir))
      (defined? name)))

(define points '())
(define mark (if (bound? 'mark) mark '()))

(for-each
  (lambda (k)
    (set! points k)
    (display (string-append (text-of points) ": " (grade points)))
    (newline))
  (list 95 80 79 12))
