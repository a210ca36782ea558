// The order of very many numbers of which few are seen: only what is asked for is put in order.
const FEW = 256; // at least so many at a time
const SAMPLE = 512;

// The places of `sizes` from the largest to the smallest, equal ones as they stand: `at(nth)` gives one place.
export function largestFirst(sizes) {
  let order = [];
  return {
    at(nth) {
      if (nth >= order.length) order = first(sizes, Math.max(nth + 1, 2 * order.length, FEW));
      return order[nth];
    },
  };
}

// The first so many places in order, or some more: one walk along all of them, and few to put in order.
function first(sizes, count) {
  let found = count * 2 < sizes.length ? from(sizes, nearly(sizes, count)) : [];
  if (found.length < count) found = from(sizes, -Infinity);
  return found.sort((a, b) => (sizes[a] === sizes[b] ? a - b : sizes[b] - sizes[a]));
}

function from(sizes, least) {
  const found = [];
  for (let at = 0; at < sizes.length; at += 1) if (sizes[at] >= least) found.push(at);
  return found;
}

// A number that somewhat more than so many reach, by a sample.
function nearly(sizes, count) {
  const step = Math.max(1, Math.floor(sizes.length / SAMPLE));
  const sample = sizes.filter((_, at) => at % step === 0).sort();
  return sample[Math.max(0, sample.length - 4 - Math.ceil((sample.length * count) / sizes.length))];
}
