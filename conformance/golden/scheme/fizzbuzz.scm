(let loop ((i 1))
  (if (<= i 15)
      (begin
        (cond ((= (modulo i 15) 0)
               (display "FizzBuzz")
               (newline))
              ((= (modulo i 3) 0)
               (display "Fizz")
               (newline))
              ((= (modulo i 5) 0)
               (display "Buzz")
               (newline))
              (else
               (display i)
               (newline)))
        (loop (+ i 1)))))
(display "") ; so that no value is shown
