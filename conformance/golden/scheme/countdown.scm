(let loop ((i 3))
  (if (>= i 1)
      (begin
        (display i)
        (newline)
        (loop (- i 1)))))
(display "Go!")
(newline)
