(define (steps from to by)
  ; The numbers from one to another, up or down.
  (let* ((up? (<= from to))
         (step (if up? (abs by) (- (abs by)))))
    (let loop ((number from) (numbers '()))
      (if (if up? (<= number to) (>= number to))
          (loop (+ number step) (cons number numbers))
          (reverse numbers)))))

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

(define (shift word by)
  (define c '())
  (define place '())
  (define out "")
  (for-each
   (lambda (i)
     (set! c (string (string-ref word (- i 1))))
     (set! place (- (find-text letters c) 1))
     (set! place (modulo (+ place by) 26))
     (set! out (string-append out (string (string-ref letters place)))))
   (steps 1 (string-length word) 1))
  out)

(define letters "abcdefghijklmnopqrstuvwxyz")
(display (shift "xyz" 3))
(newline)
(display (shift (shift "hello" 5) -5))
(newline)
