(define (join-texts texts delimiter)
  (if (null? texts)
      ""
      (let loop ((text (car texts)) (left (cdr texts)))
        (if (null? left)
            text
            (loop (string-append text delimiter (car left))
                  (cdr left))))))

(define numbers (list 1 1))
(let loop ((times 8))
  (if (> times 0)
      (begin
        (set! numbers
              (append numbers
                      (list (+ (car (reverse numbers))
                               (list-ref numbers (- (length numbers) 2))))))
        (loop (- times 1)))))
(display (join-texts (map number->string numbers) " "))
(newline)
