(define (greatest numbers)
  ; Calysto Scheme has no largest of one number.
  (apply max (cons (car numbers) numbers)))

(define (least numbers)
  ; Calysto Scheme has no smallest of one number.
  (apply min (cons (car numbers) numbers)))

(define (average items)
  (/ (apply + items) (length items)))

(define marks (list 70 85 92 61))
(display (string-append "best: " (number->string (greatest marks))))
(newline)
(display (string-append "worst: " (number->string (least marks))))
(newline)
(display (string-append "average: " (number->string (round (average marks)))))
(newline)
(define passed 0)
(for-each
 (lambda (mark)
   (if (>= mark 65)
       (set! passed (+ passed 1))))
 marks)
(display (string-append (number->string passed)
                        " of "
                        (number->string (length marks))
                        " have passed"))
(newline)
