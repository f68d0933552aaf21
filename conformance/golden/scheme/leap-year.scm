(define (leap year)
  (or (= (modulo year 400) 0)
      (and (= (modulo year 4) 0) (not (= (modulo year 100) 0)))))

(for-each
 (lambda (year)
   (cond ((leap year)
          (display (string-append (number->string year) " is a leap year"))
          (newline))
         (else
          (display (string-append (number->string year) " is not"))
          (newline))))
 (list 1900 2000 2023 2024))
