(define m (list (list 1 2) (list 3 4)))
(define sum 0)
(for-each
 (lambda (row)
   (for-each
    (lambda (x)
      (set! sum (+ sum x)))
    row))
 m)
(display sum)
(newline)
