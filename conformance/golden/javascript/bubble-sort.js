var l, n, i, j, a, b;


l = [5, 2, 9, 1];
n = l.length;
var i_end = n - 1;
var i_inc = 1;
if (1 > i_end) {
  i_inc = -i_inc;
}
for (i = 1; i_inc >= 0 ? i <= i_end : i >= i_end; i += i_inc) {
  var j_end = n - i;
  var j_inc = 1;
  if (1 > j_end) {
    j_inc = -j_inc;
  }
  for (j = 1; j_inc >= 0 ? j <= j_end : j >= j_end; j += j_inc) {
    a = l[(j - 1)];
    b = l[((j + 1) - 1)];
    if (a > b) {
      l[(j - 1)] = b;
      l[((j + 1) - 1)] = a;
    }
  }
}
console.log(l.join(','));
