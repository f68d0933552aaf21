(define (grade points)
  (define mark '())
  (cond ((>= points 90)
         (set! mark "A"))
        ((>= points 80)
         (set! mark "B"))
        ((>= points 70)
         (set! mark "C"))
        (else
         (set! mark "F")))
  mark)

(for-each
 (lambda (points)
   (display (string-append (number->string points) ": " (grade points)))
   (newline))
 (list 95 80 79 12))
