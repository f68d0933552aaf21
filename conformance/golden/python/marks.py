import math
import statistics


marks = [70, 85, 92, 61]
print(f'best: {max(marks)}')
print(f'worst: {min(marks)}')
print(f'average: {round(statistics.mean(marks))}')
passed = 0
for mark in marks:
  if mark >= 65:
    passed += 1
print(f'{passed} of {len(marks)} have passed')
