import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { breaksAt, stretches } from '../src/explorer/lines.js';
import { corners } from '../src/explorer/map.js';
import { classOf, equal, quantile } from '../src/explorer/classes.js';
import { harmless } from '../src/explorer/files.js';
import { needed, unpacked } from '../src/explorer/fetching.js';
import { frame, roots } from '../src/explorer/sharing.js';
import { numbers } from '../src/explorer/numbers.js';
import { pivot } from '../src/explorer/pivot.js';
import { start } from '../src/explorer/selection.js';
import { meaning, summary } from '../src/explorer/describe.js';
import { cell } from '../src/explorer/statuses.js';
import { ticks } from '../src/explorer/svg.js';
import { areas, say, whole } from './tables.js';

test('a line ends at a gap and begins anew at a break', () => {
  const cells = [cell(1), cell(2), cell(null, 'suppressed'), cell(4), cell(5, 'break'), cell(6, 'provisional')];
  assert.deepEqual(stretches(cells, []), [[0, 1], [3], [4, 5]]);
  const periods = ['2018', '2019', '2021'].map((code) => ({ codes: [code] }));
  assert.deepEqual(breaksAt(periods, { 2020: 'new' }), [false, false, true]);
});

test('rows by size put what has no number last', () => {
  const state = { ...start(areas), view: 'table', show: '', sort: 'size', chosen: { ...start(areas).chosen, year: ['2022'] } };
  const grid = pivot(state, areas, say);
  assert.deepEqual([0, 1, 2].map((at) => grid.rows.head(at).codes[0]), ['02', '01', 'unknown']);
});

test('a description counts what has no number, and never calls it the lowest', () => {
  const items = [{ name: 'a', cell: cell(null, 'suppressed') }, { name: 'b', cell: cell(3) }, { name: 'c', cell: cell(1) }];
  const said = summary(items, { text: ({ value }) => String(value) }, say);
  assert.match(said, /lowest \{"which":"c","value":"1"\}/);
  assert.match(said, /without_number/);
});

test('only what was rounded at random is said to be', () => {
  assert.equal(meaning('rounded', areas, say), 'status_meaning.rounded');
  assert.equal(meaning('rounded', whole, say), 'explorer.of_rounded');
  assert.equal(meaning('suppressed', whole, say), 'status_meaning.suppressed');
});

test('classes hold every number, at the class that its printed form belongs to', () => {
  assert.deepEqual(equal([3, 48], true), [0, 10, 20, 30, 40]);
  assert.equal(classOf(9.96, [0, 10], 1), 1);
  assert.equal(quantile([1, 1, 1, 1], 0).length, 1);
});

test('axes of counts have no halves', () => assert.deepEqual(ticks([1, 2], 6, { whole: true, zero: true }), [0, 1, 2]));

test('numbers are rounded half away from zero and written as the language does', () => {
  const dutch = numbers({ thousands: '.', decimal: ',', percent: '{number}%', csv_delimiter: ';' });
  assert.equal(dutch.number(1234567.5), '1.234.568');
  assert.equal(dutch.number(-0.05, 1), '−0,1');
  assert.equal(dutch.plain(-1234.25, 1), '-1234,3');
});

test('no text of a file is run by a spreadsheet', () => {
  for (const text of ['=1+1', '+1', '-1', '@x', ' =1', '＝1']) assert.equal(harmless(text), `'${text}`);
  assert.equal(harmless('a=b'), 'a=b');
});

test('the tables that totals come from are fetched with their own', () => {
  const entry = (id, ...bases) => ({ id, dimensions: bases.map((table) => ({ id: table, base: { table } })) });
  assert.deepEqual(needed('c', [entry('a'), entry('b', 'a'), entry('c', 'b', 'a')]), ['a', 'b', 'c']);
});

test('a packed table is read, also where a host has unpacked it on the way', async () => {
  const packed = gzipSync('{"a": 1}');
  assert.deepEqual(await unpacked(packed), { a: 1 });
  assert.deepEqual(await unpacked(new TextEncoder().encode('{"a": 1}')), { a: 1 });
  await assert.rejects(unpacked(packed.subarray(0, packed.length - 9)));
});

test('a link stays with the edition or goes along with the newest, where that can be known', () => {
  const facts = { root: '../../', edition: '2022', pinned: '', rolling: '' };
  assert.deepEqual(roots('https://x.nl/m/2022/site/en/explorer/index.html?a', facts),
    { pinned: 'https://x.nl/m/2022/site/', rolling: 'https://x.nl/m/latest/site/' });
  assert.deepEqual(roots('https://x.nl/en/explorer/', facts), { pinned: 'https://x.nl/', rolling: '' });
  assert.ok(!frame('https://x/?a="><script>', '"').includes('"><script>'));
});

test('outlines are steps from their first corner', () => assert.deepEqual(corners([1, 2, 3, 0, 0, -4]), [[1, 2], [4, 2], [4, -2]]));
