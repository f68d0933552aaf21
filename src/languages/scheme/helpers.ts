/**
 * Functions for what R5RS, or Calysto Scheme, has none of its own for.
 *
 * What is there for one of the two alone is asked for when it is called, since
 * a name that is not known is an error only then.
 */
export const helpers: Record<string, string> = {
  'on-python': `
(define {=on-python} (not (if #f #f))) ; as in Calysto Scheme`,

  'bound?': `
(define ({=bound?} name)
  (if {=on-python}
      (memq name (dir))
      (defined? name)))`,

  'text-of': `
(define ({=text-of} value)
  ; What is shown for a value.
  (cond ((string? value) value)
        ((number? value) (number->string ({=decimal} value)))
        ({=on-python} (format "~a" value))
        (else
         (call-with-output-string
          (lambda (port) (display value port))))))`,

  decimal: `
(define ({=decimal} value)
  ; A fraction such as 1/3 is shown as 0.333...
  (if (and (number? value) (not (= value (round value))))
      (* 1.0 value)
      value))`,

  divided: `
(define ({=divided} a b)
  ; Of whole numbers a fraction, until that would need many digits: it may
  ; grow with each round of a loop.
  (let ((result (/ a b)))
    (cond ((= result (round result)) (round result))
          ((> (string-length (number->string result)) 40) (* 1.0 result))
          (else result))))`,

  'same?': `
(define ({=same?} a b)
  ; As equal?, but 1 and 1.0 are the same, and #t and 1 are not.
  (cond ((and (number? a) (number? b))
         (and (= a b) (eq? (boolean? a) (boolean? b))))
        ((and (pair? a) (pair? b))
         (and ({=same?} (car a) (car b)) ({=same?} (cdr a) (cdr b))))
        (else (equal? a b))))`,

  infinity: `
(define {=infinity} (* 1e200 1e200))`,

  pi: `
(define {=pi} 3.141592653589793)`,

  radians: `
(define ({=radians} degrees)
  (* degrees (/ {=pi} 180)))`,

  degrees: `
(define ({=degrees} radians)
  (* radians (/ 180 {=pi})))`,

  direction: `
(define ({=direction} y x)
  ; The angle of a point.
  (if {=on-python}
      (atan2 y x)
      (atan y x)))`,

  'round-up': `
(define ({=round-up} number)
  (- (floor (- number))))`,

  'remainder-of': `
(define ({=remainder-of} a b)
  ; With the sign of the divisor, of fractions too.
  (- a (* b (floor (/ a b)))))`,

  'divisible?': `
(define ({=divisible?} a b)
  (= a (* b (floor (/ a b)))))`,

  'prime?': `
(define ({=prime?} number)
  (let loop ((factor 2))
    (cond ((or (< number 2) ({=divisible?} number factor))
           (= number factor))
          ((> (* factor factor) number)
           ({=divisible?} number 1))
          (else
           (loop (+ factor 1))))))`,

  steps: `
(define ({=steps} from to by)
  ; The numbers from one to another, up or down.
  (let* ((up? (<= from to))
         (step (if up? (abs by) (- (abs by)))))
    (let loop ((number from) (numbers '()))
      (if (if up? (<= number to) (>= number to))
          (loop (+ number step) (cons number numbers))
          (reverse numbers)))))`,

  least: `
(define ({=least} numbers)
  ; Calysto Scheme has no smallest of one number.
  (apply min (cons (car numbers) numbers)))`,

  greatest: `
(define ({=greatest} numbers)
  ; Calysto Scheme has no largest of one number.
  (apply max (cons (car numbers) numbers)))`,

  average: `
(define ({=average} items)
  (/ (apply + items) (length items)))`,

  median: `
(define ({=median} items)
  (let* ((numbers ({=sorted} items <))
         (size (length numbers))
         (half (quotient size 2)))
    (if (= size (* 2 half))
        (/ (+ (list-ref numbers (- half 1)) (list-ref numbers half)) 2)
        (list-ref numbers half))))`,

  modes: `
(define ({=modes} items)
  ; The items that are in a list most often.
  (let* ((counts (map (lambda (item) ({=count-item} items item)) items))
         (most (if (null? items) 0 ({=greatest} counts))))
    (let loop ((left items) (counts counts) (found '()))
      (cond ((null? left)
             (reverse found))
            ((and (= (car counts) most)
                  (= ({=count-item} found (car left)) 0))
             (loop (cdr left) (cdr counts) (cons (car left) found)))
            (else
             (loop (cdr left) (cdr counts) found))))))`,

  'count-item': `
(define ({=count-item} items wanted)
  (apply + (map (lambda (item) (if ({=same?} item wanted) 1 0)) items)))`,

  deviation: `
(define ({=deviation} numbers)
  ; The standard deviation of all there are.
  (let ((mean ({=average} numbers)))
    (sqrt ({=average} (map (lambda (x) (* (- x mean) (- x mean))) numbers)))))`,

  'random-item': `
(define ({=random-item} items)
  (list-ref items (random (length items))))`,

  'random-integer': `
(define ({=random-integer} from to)
  (let ((low (min from to)))
    (+ low (random (+ (- (max from to) low) 1)))))`,

  'repeat-item': `
(define ({=repeat-item} item times)
  (let loop ((left times) (items '()))
    (if (> left 0)
        (loop (- left 1) (cons item items))
        items)))`,

  size: `
(define ({=size} value)
  (if (string? value)
      (string-length value)
      (length value)))`,

  'empty?': `
(define ({=empty?} value)
  (= ({=size} value) 0))`,

  sublist: `
(define ({=sublist} items from to)
  ; The items between two places, which are counted from 0.
  (let loop ((left items) (place 0) (found '()))
    (if (or (>= place to) (null? left))
        (reverse found)
        (loop (cdr left)
              (+ place 1)
              (if (>= place from) (cons (car left) found) found)))))`,

  'replace-item': `
(define ({=replace-item} items place item)
  (append ({=sublist} items 0 place)
          (list item)
          ({=sublist} items (+ place 1) (length items))))`,

  'insert-item': `
(define ({=insert-item} items place item)
  (append ({=sublist} items 0 place)
          (list item)
          ({=sublist} items place (length items))))`,

  'remove-item': `
(define ({=remove-item} items place)
  (append ({=sublist} items 0 place)
          ({=sublist} items (+ place 1) (length items))))`,

  'find-item': `
(define ({=find-item} items wanted)
  ; The place of the first item that is the same, counted from 1, or 0.
  (let loop ((left items) (place 1))
    (cond ((null? left) 0)
          (({=same?} (car left) wanted) place)
          (else (loop (cdr left) (+ place 1))))))`,

  'find-last-item': `
(define ({=find-last-item} items wanted)
  (let ((place ({=find-item} (reverse items) wanted)))
    (if (= place 0)
        0
        (- (length items) place -1))))`,

  sorted: `
(define ({=sorted} items before?)
  ; A list in order; what is alike stays as it was.
  (define (merge a b found)
    (cond ((null? a) (append (reverse found) b))
          ((null? b) (append (reverse found) a))
          ((before? (car b) (car a)) (merge a (cdr b) (cons (car b) found)))
          (else (merge (cdr a) b (cons (car a) found)))))
  (let ((half (quotient (length items) 2)))
    (if (= half 0)
        items
        (merge ({=sorted} ({=sublist} items 0 half) before?)
               ({=sorted} ({=sublist} items half (length items)) before?)
               '()))))`,

  'text-before?': `
(define ({=text-before?} a b)
  (string<? ({=text-of} a) ({=text-of} b)))`,

  'letters-before?': `
(define ({=letters-before?} a b)
  ; In order, be they capitals or not.
  (string<? ({=lower-case} ({=text-of} a)) ({=lower-case} ({=text-of} b))))`,

  'starts-with?': `
(define ({=starts-with?} text part place)
  ; Whether a part of a text is at a place, counted from 0.
  (let ((end (+ place (string-length part))))
    (and (<= end (string-length text))
         (string=? (substring text place end) part))))`,

  'find-text': `
(define ({=find-text} text part)
  ; The first place of a part of a text, counted from 1, or 0.
  (let loop ((place 0))
    (cond ((> place (string-length text)) 0)
          (({=starts-with?} text part place) (+ place 1))
          (else (loop (+ place 1))))))`,

  'find-last-text': `
(define ({=find-last-text} text part)
  (let loop ((place (string-length text)))
    (cond ((< place 0) 0)
          (({=starts-with?} text part place) (+ place 1))
          (else (loop (- place 1))))))`,

  'split-text': `
(define ({=split-text} text delimiter)
  (define size (string-length delimiter))
  (if (= size 0)
      (map string (string->list text))
      (let loop ((start 0) (place 0) (parts '()))
        (cond ((>= place (string-length text))
               (reverse
                (cons (substring text start (string-length text)) parts)))
              (({=starts-with?} text delimiter place)
               (loop (+ place size)
                     (+ place size)
                     (cons (substring text start place) parts)))
              (else
               (loop start (+ place 1) parts))))))`,

  'join-texts': `
(define ({=join-texts} texts delimiter)
  (if (null? texts)
      ""
      (let loop ((text (car texts)) (left (cdr texts)))
        (if (null? left)
            text
            (loop (string-append text delimiter (car left))
                  (cdr left))))))`,

  'count-text': `
(define ({=count-text} text part)
  (if (string=? part "")
      (+ (string-length text) 1)
      (- (length ({=split-text} text part)) 1)))`,

  'replace-text': `
(define ({=replace-text} text old new)
  (if (string=? old "")
      text
      ({=join-texts} ({=split-text} text old) new)))`,

  'trim-start': `
(define ({=trim-start} text)
  (let loop ((letters (string->list text)))
    (if (and (pair? letters) (char-whitespace? (car letters)))
        (loop (cdr letters))
        (list->string letters))))`,

  'trim-end': `
(define ({=trim-end} text)
  (let loop ((letters (reverse (string->list text))))
    (if (and (pair? letters) (char-whitespace? (car letters)))
        (loop (cdr letters))
        (list->string (reverse letters)))))`,

  'upper-case': `
(define ({=upper-case} text)
  (if {=on-python}
      (text.upper)
      (string-upcase text)))`,

  'lower-case': `
(define ({=lower-case} text)
  (if {=on-python}
      (text.lower)
      (string-downcase text)))`,

  'title-case': `
(define ({=title-case} text)
  ({=join-texts}
    (map (lambda (word)
           (if (string=? word "")
               word
               (string-append
                ({=upper-case} (substring word 0 1))
                (substring word 1 (string-length word)))))
         ({=split-text} ({=lower-case} text) " "))
    " "))`,

  ask: `
(define ({=ask} question)
  (if {=on-python}
      (let ((kernel (begin (import "metakernel") (metakernel.get_metakernel))))
        (kernel.raw_input question))
      (begin
        (display question)
        (read-line))))`,

  hex: `
(define ({=hex} number)
  ; Two digits, from 00 to ff.
  (define digits "0123456789abcdef")
  (let ((high (quotient number 16))
        (low (remainder number 16)))
    (string-append (substring digits high (+ high 1))
                   (substring digits low (+ low 1)))))`,

  'hex-digit': `
(define ({=hex-digit} text place)
  (let ((digit (substring text place (+ place 1))))
    (- ({=find-text} "0123456789abcdef" ({=lower-case} digit)) 1)))`,

  'whole-number': `
(define ({=whole-number} number)
  ; The number itself, not one with a point, for places in texts.
  (if {=on-python}
      (int (+ number 0.5))
      (inexact->exact (floor (+ number 1/2)))))`,

  'random-colour': `
(define ({=random-colour})
  (string-append "#" ({=hex} (random 256)) ({=hex} (random 256)) ({=hex} (random 256))))`,

  'rgb-colour': `
(define ({=rgb-colour} red green blue)
  ; A colour from percentages.
  (define (part percent)
    ({=hex} ({=whole-number} (* (min (max percent 0) 100) 2.55))))
  (string-append "#" (part red) (part green) (part blue)))`,

  'blend-colours': `
(define ({=blend-colours} first second ratio)
  (define share (min (max ratio 0) 1))
  (define (part colour place)
    (+ (* 16 ({=hex-digit} colour place)) ({=hex-digit} colour (+ place 1))))
  (define (blend place)
    ({=hex}
      ({=whole-number}
        (+ (* (part first place) (- 1 share))
           (* (part second place) share)))))
  (string-append "#" (blend 1) (blend 3) (blend 5)))`
};

/**
 * The functions of mathematics that Calysto Scheme takes from Python.
 */
const FROM_PYTHON =
  /(?<=\()(?:acos|asin|atan2?|cos|exp|floor|log10|log|sin|tan)(?= )/g;

/**
 * The names of those that code calls.
 */
export function fromPython(code: string): string[] {
  return code.match(FROM_PYTHON) ?? [];
}
