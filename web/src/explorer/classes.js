// Five classes of a map, from little to much, with bounds that a reader can say.
import { rounded } from './numbers.js';

export const COUNT = 5;
const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

// The lower bounds of classes that are equally wide, the first of them zero. `whole` keeps persons in one piece.
export function equal(values, whole) {
  const rough = (Math.max(0, ...values) || 1) / COUNT;
  const power = 10 ** Math.floor(Math.log10(rough));
  let step = STEPS.map((factor) => factor * power).find((size) => size >= rough * (1 - 1e-9));
  if (whole) step = Math.max(1, Math.ceil(step - 1e-9));
  return Array.from({ length: COUNT }, (_, at) => Number((at * step).toPrecision(12)));
}

// The lower bounds of classes with as many areas each, as far as equal numbers allow; fewer classes when they do not.
export function quantile(values, decimals) {
  const sorted = values.map((value) => printed(value, decimals)).sort((a, b) => a - b);
  const lows = new Set();
  for (let at = 0; at < COUNT; at += 1) lows.add(sorted[Math.floor((at * sorted.length) / COUNT)] ?? 0);
  return [...lows];
}

// A number as it is printed: what reads 10.0% is not under 10%.
export function printed(value, decimals) {
  const [negative, whole, fraction] = rounded(value, decimals);
  return Number(`${negative ? '-' : ''}${whole}.${fraction || '0'}`);
}

// The class of a number: the last whose lower bound it reaches.
export function classOf(value, lows, decimals) {
  const shown = printed(value, decimals);
  return Math.max(0, lows.findLastIndex((low) => shown >= low));
}

// What the classes are called: "under 10%", "10% to under 20%", "40% or more".
export function names(lows, write, say, places) {
  return lows.map((low, at) => {
    const value = write.tick(low, places);
    const high = at + 1 < lows.length ? write.tick(lows[at + 1], places) : null;
    if (high === null) return say('chart.at_least', { value });
    return low === 0 && at === 0 ? say('chart.under', { value: high }) : say('chart.up_to', { low: value, high });
  });
}
