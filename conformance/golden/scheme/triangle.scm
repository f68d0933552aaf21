(define on-python (not (if #f #f))) ; as in Calysto Scheme

(define (bound? name)
  (if on-python
      (memq name (dir))
      (defined? name)))

(define row (if (bound? 'row) row ""))

(let loop ((i 1))
  (if (<= i 3)
      (begin
        (set! row "")
        (let loop ((times (- 3 i)))
          (if (> times 0)
              (begin
                (set! row (string-append row " "))
                (loop (- times 1)))))
        (let loop ((times (- (* 2 i) 1)))
          (if (> times 0)
              (begin
                (set! row (string-append row "*"))
                (loop (- times 1)))))
        (display row)
        (newline)
        (loop (+ i 1)))))
(display "") ; so that no value is shown
