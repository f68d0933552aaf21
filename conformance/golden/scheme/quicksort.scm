(define (size value)
  (if (string? value)
      (string-length value)
      (length value)))

(define (sublist items from to)
  ; The items between two places, which are counted from 0.
  (let loop ((left items) (place 0) (found '()))
    (if (or (>= place to) (null? left))
        (reverse found)
        (loop (cdr left)
              (+ place 1)
              (if (>= place from) (cons (car left) found) found)))))

(define (sorted l)
  (call/cc
    (lambda (return)
      (if (< (size l) 2)
          (return l))
      (parts (car l) (sublist l 1 (length l))))))

(define (parts p rest)
  (join (sorted (chosen rest p #t)) p (sorted (chosen rest p #f))))

(define (chosen l p smaller)
  (chosen-from l 1 p smaller))

(define (chosen-from l i p smaller)
  (call/cc
    (lambda (return)
      (if (> i (size l))
          (return '()))
      (with-first (list-ref l (- i 1)) (chosen-from l (+ i 1) p smaller) p smaller))))

(define (same? a b)
  ; As equal?, but 1 and 1.0 are the same, and #t and 1 are not.
  (if (and (number? a) (number? b))
      (and (= a b) (eq? (boolean? a) (boolean? b)))
      (equal? a b)))

(define (with-first x l p smaller)
  (if (same? (< x p) smaller)
      (set! l (cons x l)))
  l)

(define (join a p b)
  (set! a (append a (list p)))
  (for-each
    (lambda (k)
      (set! x k)
      (set! a (append a (list x))))
    b)
  a)

(define (decimal value)
  ; A fraction such as 1/3 is shown as 0.333...
  (if (and (number? value) (not (= value (round value))))
      (* 1.0 value)
      value))

(define on-python (not (if #f #f))) ; as in Calysto Scheme

(define (text-of value)
  ; What is shown for a value.
  (cond
    ((string? value) value)
    ((number? value) (number->string (decimal value)))
    (on-python (format "~a" value))
    (else
     (call-with-output-string
       (lambda (port) (display value port))))))

(define (join-texts items delimiter)
  (if (null? items)
      ""
      (let loop ((text (text-of (car items))) (left (cdr items)))
        (if (null? left)
            text
            (loop (string-append text delimiter (text-of (car left)))
                  (cdr left))))))

(define x '())

(display (join-texts (sorted (list 3 1 4 1 5 9 2 6)) ","))
(newline)
