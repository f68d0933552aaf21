var c;


for (c = 0; c <= 100; c += 50) {
  console.log(`${c} C = ${(c * 9) / 5 + 32} F`);
}
