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
for (c of s.split('')) {
  if (seen.indexOf(c) + 1 === 0) {
    seen.push(c);
    console.log(`${c} ${textCount(s, c)}`);
  }
}
