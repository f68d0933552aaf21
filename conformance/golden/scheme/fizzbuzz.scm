(define on-python (not (if #f #f))) ; as in Calysto Scheme

(if on-python
    (import-from "math" "floor"))

(define (divisible? a b)
  (= a (* b (floor (/ a b)))))

(let loop ((i 1))
  (if (<= i 15)
      (begin
        (cond
          ((divisible? i 15)
           (display "FizzBuzz")
           (newline))
          ((divisible? i 3)
           (display "Fizz")
           (newline))
          ((divisible? i 5)
           (display "Buzz")
           (newline))
          (else
           (display i)
           (newline)))
        (loop (+ i 1)))))
(display "") ; so that no value is shown
