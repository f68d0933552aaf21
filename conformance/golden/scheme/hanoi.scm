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

(define (move disks from to over)
  (if (> disks 0)
      (begin
        (move (- disks 1) from over to)
        (set! moves (+ moves 1))
        (display (string-append (text-of from) " -> " (text-of to)))
        (newline)
        (move (- disks 1) over to from))))

(define moves 0)
(move 2 "left" "right" "middle")
(display moves)
(newline)
