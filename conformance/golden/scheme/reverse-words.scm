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
        (cond
          ((>= place (string-length text))
           (reverse
             (cons (substring text start (string-length text)) parts)))
          ((starts-with? text delimiter place)
           (loop (+ place size)
                 (+ place size)
                 (cons (substring text start place) parts)))
          (else
           (loop start (+ place 1) parts))))))

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

(define words (split-text "one two three" " "))
(display (join-texts (reverse words) " "))
(newline)
(for-each
  (lambda (word)
    (display (list->string (reverse (string->list word))))
    (newline))
  words)
