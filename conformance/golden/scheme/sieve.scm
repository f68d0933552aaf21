(define (join-texts texts delimiter)
  (if (null? texts)
      ""
      (let loop ((text (car texts)) (left (cdr texts)))
        (if (null? left)
            text
            (loop (string-append text delimiter (car left))
                  (cdr left))))))

(define ok '())

(define primes '())
(let loop ((n 2))
  (if (<= n 30)
      (begin
        (set! ok #t)
        (call/cc
         (lambda (break)
           (for-each
            (lambda (p)
              (if (= (modulo n p) 0)
                  (begin
                    (set! ok #f)
                    (break #f))))
            primes)))
        (if ok
            (set! primes (append primes (list n))))
        (loop (+ n 1)))))
(display (join-texts (map number->string primes) " "))
(newline)
