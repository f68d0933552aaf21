(define (steps from to by)
  ; The numbers from one to another, up or down.
  (let* ((up? (<= from to))
         (step (if up? (abs by) (- (abs by)))))
    (let loop ((number from) (numbers '()))
      (if (if up? (<= number to) (>= number to))
          (loop (+ number step) (cons number numbers))
          (reverse numbers)))))

(define on-python (not (if #f #f))) ; as in Calysto Scheme

(define (lower-case text)
  (if on-python
      (text.lower)
      (string-downcase text)))

(define (starts-with? text part place)
  ; Whether a part of a text is at a place, counted from 0.
  (let ((end (+ place (string-length part))))
    (and (<= end (string-length text))
         (string=? (substring text place end) part))))

(define (find-text text part)
  ; The first place of a part of a text, counted from 1, or 0.
  (let loop ((place 0))
    (cond ((> place (string-length text)) 0)
          ((starts-with? text part place) (+ place 1))
          (else (loop (+ place 1))))))

(define letter '())

(define sentence "Blocks are for everyone")
(define vowels 0)
(for-each
 (lambda (i)
   (set! letter (lower-case (string (string-ref sentence (- i 1)))))
   (if (> (find-text "aeiou" letter) 0)
       (set! vowels (+ vowels 1))))
 (steps 1 (string-length sentence) 1))
(display (string-append (number->string vowels) " vowels"))
(newline)
