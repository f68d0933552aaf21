for ($row = 1; $row <= 3; $row++) {
  $line = '';
  for ($column = 1; $column <= 4; $column++) {
    $line .= $row * $column;
    if ($column < 4) {
      $line .= ' ';
    }
  }
  echo $line, PHP_EOL;
}
