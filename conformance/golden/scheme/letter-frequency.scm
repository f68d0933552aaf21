(define (starts-with? text part place)
  ; Whether a part of a text is at a place, counted from 0.
  (let ((end (+ place (string-length part))))
    (and (<= end (string-length text))
         (string=? (substring text place end) part))))

(define (split-text text delimiter)
  (define size (string-length delimiter))
  (if (= size 0)
      (map string (string->list text))
      (let loop ((start 0) (place 0) (parts '()))
        (cond ((>= place (string-length text))
               (reverse
                (cons (substring text start (string-length text)) parts)))
              ((starts-with? text delimiter place)
               (loop (+ place size)
                     (+ place size)
                     (cons (substring text start place) parts)))
              (else
               (loop start (+ place 1) parts))))))

(define (same? a b)
  ; As equal?, but 1 and 1.0 are the same, and #t and 1 are not.
  (cond ((and (number? a) (number? b))
         (and (= a b) (eq? (boolean? a) (boolean? b))))
        ((and (pair? a) (pair? b))
         (and (same? (car a) (car b)) (same? (cdr a) (cdr b))))
        (else (equal? a b))))

(define (find-item items wanted)
  ; The place of the first item that is the same, counted from 1, or 0.
  (let loop ((left items) (place 1))
    (cond ((null? left) 0)
          ((same? (car left) wanted) place)
          (else (loop (cdr left) (+ place 1))))))

(define (count-text text part)
  (if (string=? part "")
      (+ (string-length text) 1)
      (- (length (split-text text part)) 1)))

(define s "hello")
(define seen '())
(for-each
 (lambda (c)
   (if (= (find-item seen c) 0)
       (begin
         (set! seen (append seen (list c)))
         (display (string-append c " " (number->string (count-text s c))))
         (newline))))
 (split-text s ""))
