var year;

function leap(year) {
  return year % 400 === 0 || year % 4 === 0 && !(year % 100 === 0);
}


for (year of [1900, 2000, 2023, 2024]) {
  if (leap(year)) {
    console.log(`${year} is a leap year`);
  } else {
    console.log(`${year} is not`);
  }
}
