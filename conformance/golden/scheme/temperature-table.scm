(define (divided a b)
  ; Of whole numbers a fraction, until that would need many digits: it may
  ; grow with each round of a loop.
  (let ((result (/ a b)))
    (cond ((= result (round result)) (round result))
          ((> (string-length (number->string result)) 40) (* 1.0 result))
          (else result))))

(define (decimal value)
  ; A fraction such as 1/3 is shown as 0.333...
  (if (and (number? value) (not (= value (round value))))
      (* 1.0 value)
      value))

(let loop ((c 0))
  (if (<= c 100)
      (begin
        (display (string-append (number->string c)
                                " C = "
                                (number->string (decimal (+ (divided (* c 9) 5)
                                                            32)))
                                " F"))
        (newline)
        (loop (+ c 50)))))
(display "") ; so that no value is shown
