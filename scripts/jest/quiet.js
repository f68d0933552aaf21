// A spec that wants to see console.debug can still spy on it.
console.debug = () => {};
