ArrayList<Integer> l = new ArrayList<Integer>();
for (int i = 1; i <= 4; i++) {
  l.add(i);
}
println(l.remove(l.size() - 1));
println(l.remove(0));
println(l.size());
