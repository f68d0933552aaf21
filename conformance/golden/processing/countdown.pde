for (int i = 3; i >= 1; i--) {
  println(i);
}
println("Go!");
