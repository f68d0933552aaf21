(define (steps from to by)
  ; The numbers from one to another, up or down.
  (let* ((up? (<= from to))
         (step (if up? (abs by) (- (abs by)))))
    (let loop ((number from) (numbers '()))
      (if (if up? (<= number to) (>= number to))
          (loop (+ number step) (cons number numbers))
          (reverse numbers)))))

(define (is-prime number)
  (call/cc
   (lambda (return)
     (for-each
      (lambda (divisor)
        (if (= (modulo number divisor) 0)
            (return #f)))
      (steps 2 (- number 1) 1))
     #t)))

(define (join-texts texts delimiter)
  (if (null? texts)
      ""
      (let loop ((text (car texts)) (left (cdr texts)))
        (if (null? left)
            text
            (loop (string-append text delimiter (car left))
                  (cdr left))))))

(define found '())
(define number 2)
(let loop ()
  (if (not (= (length found) 6))
      (begin
        (if (or (= number 2) (is-prime number))
            (set! found (append found (list number))))
        (set! number (+ number 1))
        (loop))))
(display (join-texts (map number->string found) ", "))
(newline)
