(define (move disks from to over)
  (if (> disks 0)
      (begin
        (move (- disks 1) from over to)
        (set! moves (+ moves 1))
        (display (string-append from " -> " to))
        (newline)
        (move (- disks 1) over to from))))

(define moves 0)
(move 2 "left" "right" "middle")
(display moves)
(newline)
