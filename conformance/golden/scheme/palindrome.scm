(define (same? a b)
  ; As equal?, but 1 and 1.0 are the same, and #t and 1 are not.
  (if (and (number? a) (number? b))
      (and (= a b) (eq? (boolean? a) (boolean? b)))
      (equal? a b)))

(define (isPalindrome s)
  (same? s (list->string (reverse (string->list s)))))

(display (isPalindrome "level"))
(newline)
(display (isPalindrome "hello"))
(newline)
