(define on-python (not (if #f #f))) ; as in Calysto Scheme

(define (bound? name)
  (if on-python
      (memq name (dir))
      (defined? name)))

(define line (if (bound? 'line) line ""))

(let loop ((row 1))
  (if (<= row 3)
      (begin
        (set! line "")
        (let loop ((column 1))
          (if (<= column 4)
              (begin
                (set! line (string-append line (number->string (* row column))))
                (if (< column 4)
                    (set! line (string-append line " ")))
                (loop (+ column 1)))))
        (display line)
        (newline)
        (loop (+ row 1)))))
(display "") ; so that no value is shown
