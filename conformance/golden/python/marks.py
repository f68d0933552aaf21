import math
from numbers import Number

def math_mean(myList):
  localList = [e for e in myList if isinstance(e, Number)]
  if not localList: return
  return float(sum(localList)) / len(localList)


marks = [70, 85, 92, 61]
print('best: ' + str(max(marks)))
print('worst: ' + str(min(marks)))
print('average: ' + str(round(math_mean(marks))))
passed = 0
for mark in marks:
  if mark >= 65:
    passed += 1
print(''.join([str(x) for x in [passed, ' of ', len(marks), ' have passed']]))
