(define (factorial n)
  (if (< n 2)
      1
      (* n (factorial (- n 1)))))

(define result 1)
(let loop ((i 1))
  (if (<= i 6)
      (begin
        (set! result (* result i))
        (loop (+ i 1)))))
(display result)
(newline)
(display (factorial 6))
(newline)
