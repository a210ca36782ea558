// The order of very many numbers of which few are seen: only what is asked for is put in order.

// The places of `sizes` from the largest to the smallest, equal ones as they stand: `at(nth)` gives one place.
export function largestFirst(sizes) {
  const order = new Uint32Array(sizes.length);
  for (let at = 0; at < order.length; at += 1) order[at] = at;
  const before = (a, b) => (sizes[a] === sizes[b] ? a - b : sizes[b] - sizes[a]);
  let known = 0; // so many are in order; all others come after them
  return {
    at(nth) {
      if (nth >= known) {
        const next = Math.min(order.length, Math.max(nth + 1, 2 * known, 256));
        if (next < order.length) divide(order, known, next, before);
        order.subarray(known, next).sort(before);
        known = next;
      }
      return order[nth];
    },
  };
}

// Move the first ones of order[from...] before `to`, in no order among themselves (Hoare's selection).
function divide(order, from, to, before) {
  let [low, high] = [from, order.length - 1];
  while (low < high) {
    const middle = order[(low + high) >> 1];
    let [left, right] = [low, high];
    while (left <= right) {
      while (before(order[left], middle) < 0) left += 1;
      while (before(order[right], middle) > 0) right -= 1;
      if (left <= right) {
        const one = order[left];
        order[left] = order[right];
        order[right] = one;
        left += 1;
        right -= 1;
      }
    }
    if (to <= right) high = right;
    else if (to >= left) low = left;
    else return;
  }
}
