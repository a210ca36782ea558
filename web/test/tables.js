// A small table to test with: years, a group with its total, and districts of which the total stands elsewhere.
import { readCube } from '../src/explorer/cube.js';
import { makeTable } from '../src/explorer/table.js';

const dimension = (label, codes) => ({ label, category: { index: codes, label: Object.fromEntries(codes.map((code) => [code, `l ${code}`])) } });

export function dataset(dimensions, value, status, extension = {}) {
  return {
    version: '2.0', class: 'dataset', label: 'A table', source: 'BRP', id: Object.keys(dimensions),
    size: Object.values(dimensions).map((codes) => codes.length), role: { time: ['year'] },
    dimension: Object.fromEntries(Object.entries(dimensions).map(([id, codes]) => [id, dimension(id, codes)])),
    extension: { unit: 'persons', decimals: 0, ...extension }, value, ...(status ? { status } : {}),
  };
}

export const YEARS = ['2020', '2021', '2022'];
export const GROUPS = ['total', 'international'];
export const AREAS = ['01', '02', 'unknown'];

export const whole = makeTable(readCube(dataset({ year: YEARS, group: GROUPS }, [100, 40, 110, 50, 120, null],
  { 5: 'suppressed' }), 'whole'), { id: 'whole', dimensions: [{ id: 'group', total: 'total', first: 'international' }] });

export const ENTRY = { id: 'areas', rounded: 5, dimensions: [{ id: 'group', total: 'total', first: 'international' },
  { id: 'area', map: 'area', base: { table: 'whole', codes: {} } }] };

// Cells in the order year, group, area; the last one is withheld, all others are rounded.
export const areas = makeTable(readCube(dataset({ year: YEARS, group: GROUPS, area: AREAS },
  Array.from({ length: 18 }, (_, at) => (at === 17 ? null : at * 10)),
  Array.from({ length: 18 }, (_, at) => (at === 17 ? 'suppressed' : 'rounded'))), 'areas'), ENTRY, new Map([['whole', whole]]));

const WORDS = { 'explorer.total': 'Total ({dimension})' };
export const say = (key, slots) => (WORDS[key] ?? key + (slots ? ` ${JSON.stringify(slots)}` : ''))
  .replace(/\{(\w+)\}/g, (all, name) => (slots && name in slots ? slots[name] : all));
say.count = (key, count) => `${count} ${key}`;
say.list = (items) => items.join(' and ');
