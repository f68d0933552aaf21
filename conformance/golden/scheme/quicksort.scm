(define (sublist items from to)
  ; The items between two places, which are counted from 0.
  (let loop ((left items) (place 0) (found '()))
    (if (or (>= place to) (null? left))
        (reverse found)
        (loop (cdr left)
              (+ place 1)
              (if (>= place from) (cons (car left) found) found)))))

(define (sorted l)
  (if (< (length l) 2)
      l
      (parts (car l) (sublist l 1 (length l)))))

(define (parts p rest)
  (join (sorted (chosen rest p #t)) p (sorted (chosen rest p #f))))

(define (chosen l p smaller)
  (chosen-from l 1 p smaller))

(define (chosen-from l i p smaller)
  (if (> i (length l))
      '()
      (with-first (list-ref l (- i 1))
                  (chosen-from l (+ i 1) p smaller)
                  p
                  smaller)))

(define (with-first x l p smaller)
  (if (eq? (< x p) smaller)
      (set! l (cons x l)))
  l)

(define (join a p b)
  (set! a (append a (list p)))
  (for-each
   (lambda (x)
     (set! a (append a (list x))))
   b)
  a)

(define (join-texts texts delimiter)
  (if (null? texts)
      ""
      (let loop ((text (car texts)) (left (cdr texts)))
        (if (null? left)
            text
            (loop (string-append text delimiter (car left))
                  (cdr left))))))

(display (join-texts (map number->string (sorted (list 3 1 4 1 5 9 2 6))) ","))
(newline)
