// The order of very many numbers of which few are seen: only what is asked for is put in order.

// The places of `sizes` from the largest to the smallest, equal ones as they stand: `at(nth)` gives one place.
export function largestFirst(sizes) {
  const order = new Uint32Array(sizes.length);
  for (let at = 0; at < order.length; at += 1) order[at] = at;
  const before = comparison(sizes);
  let known = 0; // so many are in order; all others come after them
  return {
    at(nth) {
      if (nth >= known) {
        const next = Math.min(order.length, Math.max(nth + 1, 2 * known, 256));
        if (next < order.length) divide(order, sizes, known, next);
        order.subarray(known, next).sort(before);
        known = next;
      }
      return order[nth];
    },
  };
}

const comparison = (sizes) => (a, b) => (sizes[a] === sizes[b] ? a - b : sizes[b] - sizes[a]);

// One that stands near `to` in the end, by a sample: then one walk along all of them is enough for the most.
function nearly(order, sizes, low, high, to) {
  const step = (high - low) >> 9;
  if (!step) return order[(low + high) >> 1];
  const sample = [];
  for (let at = low; at <= high; at += step) sample.push(order[at]);
  sample.sort(comparison(sizes));
  return sample[Math.min(sample.length - 1, Math.ceil((sample.length * (to - low)) / (high - low)) + 2)];
}

// Move the first ones of order[from...] before `to`, in no order among themselves (Hoare's selection). The comparison
// is written out: as a call it takes most of the time.
function divide(order, sizes, from, to) {
  let [low, high] = [from, order.length - 1];
  while (low < high) {
    const middle = nearly(order, sizes, low, high, to);
    const size = sizes[middle];
    let left = low;
    let right = high;
    while (left <= right) {
      while (sizes[order[left]] > size || (sizes[order[left]] === size && order[left] < middle)) left += 1;
      while (sizes[order[right]] < size || (sizes[order[right]] === size && order[right] > middle)) right -= 1;
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
