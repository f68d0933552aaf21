(define (steps from to by)
  ; The numbers from one to another, up or down.
  (let* ((up? (<= from to))
         (step (if up? (abs by) (- (abs by)))))
    (let loop ((number from) (numbers '()))
      (if (if up? (<= number to) (>= number to))
          (loop (+ number step) (cons number numbers))
          (reverse numbers)))))

(define numbers (list 3 41 12 9 74 15))
(define largest (car numbers))
(define place 1)
(for-each
 (lambda (i)
   (if (> (list-ref numbers (- i 1)) largest)
       (begin
         (set! largest (list-ref numbers (- i 1)))
         (set! place i))))
 (steps 2 (length numbers) 1))
(display (string-append (number->string largest) " at " (number->string place)))
(newline)
