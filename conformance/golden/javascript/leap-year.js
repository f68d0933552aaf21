var year;

function leap(year) {
  return year % 400 === 0 || year % 4 === 0 && !(year % 100 === 0);
}


var year_list = [1900, 2000, 2023, 2024];
for (var year_index in year_list) {
  year = year_list[year_index];
  if (leap(year)) {
    console.log(String(year) + ' is a leap year');
  } else {
    console.log(String(year) + ' is not');
  }
}
