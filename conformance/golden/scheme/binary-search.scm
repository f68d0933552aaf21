(define on-python (not (if #f #f))) ; as in Calysto Scheme

(if on-python
    (import-from "math" "floor"))

(define (size value)
  (if (string? value)
      (string-length value)
      (length value)))

(define (divided a b)
  ; Of whole numbers a fraction, until that would need many digits: it may
  ; grow with each round of a loop.
  (let ((result (/ a b)))
    (cond
      ((= result (round result)) (round result))
      ((> (string-length (number->string result)) 40) (* 1.0 result))
      (else result))))

(define (same? a b)
  ; As equal?, but 1 and 1.0 are the same, and #t and 1 are not.
  (if (and (number? a) (number? b))
      (and (= a b) (eq? (boolean? a) (boolean? b)))
      (equal? a b)))

(define (place l w)
  (call/cc
    (lambda (return)
      (set! low 1)
      (set! high (size l))
      (let loop ()
        (if (<= low high)
            (begin
              (set! middle (floor (divided (+ low high) 2)))
              (set! x (list-ref l (- middle 1)))
              (if (same? x w)
                  (return middle))
              (if (< x w)
                  (set! low (+ middle 1))
                  (set! high (- middle 1)))
              (loop))))
      0)))

(define (decimal value)
  ; A fraction such as 1/3 is shown as 0.333...
  (if (and (number? value) (not (= value (round value))))
      (* 1.0 value)
      value))

(define low '())
(define high '())
(define middle '())
(define x '())

(display (decimal (place (list 1 3 5 7 9 11) 9)))
(newline)
(display (decimal (place (list 1 3 5) 4)))
(newline)
(display (decimal (place '() 4)))
(newline)
