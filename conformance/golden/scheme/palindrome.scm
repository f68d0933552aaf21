(define (isPalindrome s)
  (string=? s (list->string (reverse (string->list s)))))

(display (isPalindrome "level"))
(newline)
(display (isPalindrome "hello"))
(newline)
