var s, seen, c;

function textCount(haystack, needle) {
  if (needle.length === 0) {
    return haystack.length + 1;
  } else {
    return haystack.split(needle).length - 1;
  }
}


s = 'hello';
seen = [];
var c_list = s.split('');
for (var c_index in c_list) {
  c = c_list[c_index];
  if (seen.indexOf(c) + 1 == 0) {
    seen.push(c);
    console.log([c,' ',textCount(s, c)].join(''));
  }
}
