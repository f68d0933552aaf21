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

(define words (split-text "a b a c a" " "))
(define count 0)
(for-each
 (lambda (w)
   (if (string=? w "a")
       (set! count (+ count 1))))
 words)
(display count)
(newline)
