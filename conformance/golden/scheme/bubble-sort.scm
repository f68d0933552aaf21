(define (steps from to by)
  ; The numbers from one to another, up or down.
  (let* ((up? (<= from to))
         (step (if up? (abs by) (- (abs by)))))
    (let loop ((number from) (numbers '()))
      (if (if up? (<= number to) (>= number to))
          (loop (+ number step) (cons number numbers))
          (reverse numbers)))))

(define (sublist items from to)
  ; The items between two places, which are counted from 0.
  (let loop ((left items) (place 0) (found '()))
    (if (or (>= place to) (null? left))
        (reverse found)
        (loop (cdr left)
              (+ place 1)
              (if (>= place from) (cons (car left) found) found)))))

(define (replace-item items place item)
  (append (sublist items 0 place)
          (list item)
          (sublist items (+ place 1) (length items))))

(define (join-texts texts delimiter)
  (if (null? texts)
      ""
      (let loop ((text (car texts)) (left (cdr texts)))
        (if (null? left)
            text
            (loop (string-append text delimiter (car left))
                  (cdr left))))))

(define a '())
(define b '())

(define l (list 5 2 9 1))
(define n (length l))
(for-each
 (lambda (i)
   (for-each
    (lambda (j)
      (set! a (list-ref l (- j 1)))
      (set! b (list-ref l j))
      (if (> a b)
          (begin
            (set! l (replace-item l (- j 1) b))
            (set! l (replace-item l j a)))))
    (steps 1 (- n i) 1)))
 (steps 1 (- n 1) 1))
(display (join-texts (map number->string l) ","))
(newline)
