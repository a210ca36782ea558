import assert from 'node:assert/strict';
import test from 'node:test';
import { largestFirst } from '../src/explorer/order.js';
import { axis, pivot } from '../src/explorer/pivot.js';
import { shareSizes } from '../src/explorer/shares.js';
import { start } from '../src/explorer/selection.js';
import { TOTAL } from '../src/explorer/table.js';
import { AREAS, areas, GROUPS, say, YEARS } from './tables.js';

// Numbers that are as good as random, the same each time, with many that are equal.
const sizes = (count) => Float64Array.from({ length: count }, (_, at) => ((at * 7919) % 1009) % 7 === 0 ? -Infinity : (at * 7919) % 1009);

const sorted = (numbers) => [...numbers.keys()].sort((a, b) => (numbers[a] === numbers[b] ? a - b : numbers[b] - numbers[a]));

test('the largest come first and equal ones stay as they stand, wherever one looks first', () => {
  for (const count of [0, 1, 2, 255, 256, 257, 5000]) {
    const wanted = sorted(sizes(count));
    for (const looks of [[...wanted.keys()], [...wanted.keys()].reverse(), [Math.min(300, count - 1), 0, count - 1]]) {
      const order = largestFirst(sizes(count));
      for (const nth of looks) if (nth >= 0) assert.equal(order.at(nth), wanted[nth], `${nth} of ${count}`);
    }
  }
});

test('rows of which nearly all are equal, or have no number, are in order as well', () => {
  for (const fill of [0, -Infinity]) {
    const numbers = new Float64Array(5000).fill(fill);
    numbers[4000] = 3;
    numbers[40] = 7;
    const order = largestFirst(numbers);
    assert.deepEqual([0, 1, 2, 3, 4999].map((nth) => order.at(nth)), [40, 4000, 0, 1, 4999]);
  }
});

test('a hundred thousand rows are put in order as far as they are seen, well within a frame', () => {
  const many = sizes(100000);
  const wanted = sorted(many).slice(0, 90);
  const begin = performance.now();
  const order = largestFirst(many);
  const first = Array.from({ length: 90 }, (_, at) => order.at(at));
  const spent = performance.now() - begin;
  assert.deepEqual(first, wanted);
  assert.ok(spent < 100, `${spent} ms`); // generous: the machine of a test has other work
});

test('rows by size are the same by the short way and by the long one', () => {
  const state = { ...start(areas), view: 'table', rows: ['year', 'area'], columns: ['group'], show: '', sort: 'size',
    chosen: { year: [...YEARS].reverse(), group: GROUPS, area: AREAS } };
  const key = ['2020', 'international', '01'];
  const rows = axis(state.rows, state, areas, say);
  const long = rows.map((row) => areas.at([row.codes[0], 'international', row.codes[1]]).value ?? -Infinity);
  assert.deepEqual(areas.sizes(key, rows.parts).sizes, long);
  const grid = pivot(state, areas, say);
  const wanted = sorted(long).map((at) => rows.head(at).codes);
  assert.deepEqual(Array.from({ length: 9 }, (_, at) => grid.rows.head(at).codes), wanted);
  const withTotal = { ...state, chosen: { ...state.chosen, area: [TOTAL, ...AREAS] } };
  assert.equal(areas.sizes(key, axis(state.rows, withTotal, areas, say).parts), null);
  assert.equal(pivot(withTotal, areas, say).rows.count, 12);
});

test('shares by size are the same by the short way and by the long one, whatever stands in the rows', () => {
  const chosen = { year: YEARS, group: GROUPS, area: AREAS };
  let compared = 0;
  for (const along of ['group', 'area']) {
    for (const ids of [['year'], ['area'], ['year', 'area'], ['year', 'group', 'area'], ['group', 'area'], ['group']]) {
      for (const group of [GROUPS, ['international']]) {
        const rows = axis(ids, { chosen: { ...chosen, group } }, areas, say);
        for (const key of [['2021', 'international', '02'], ['2022', 'total', '01']]) {
          const own = [...key];
          const long = rows.map((row) => {
            ids.forEach((id, nth) => { own[areas.positionOf(id)] = row.codes[nth]; });
            return areas.share(own, along).value ?? -Infinity;
          });
          const short = shareSizes(areas, key, rows.parts, along);
          if (!short) continue;
          assert.deepEqual(short, long, `${along} of ${ids} at ${key}`);
          compared += 1;
        }
      }
    }
  }
  assert.ok(compared > 20, `${compared}`);
});
