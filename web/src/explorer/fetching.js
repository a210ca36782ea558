// Where tables and maps come from: files beside the page, each fetched once.
import { readCube } from './cube.js';
import { makeTable } from './table.js';

// What could not be fetched, with what it was: 'catalogue', 'table' or 'map'.
export class Unreachable extends Error {
  constructor(kind, id, cause) {
    super(`${kind} ${id} could not be fetched`, { cause });
    this.kind = kind;
    this.id = id;
  }
}

// All tables whose totals a table needs, those of the others included, each before the one that needs it.
export function needed(id, entries, found = []) {
  const entry = entries.find((each) => each.id === id);
  for (const { base } of entry?.dimensions ?? []) {
    if (base?.table && !found.includes(base.table) && base.table !== id) needed(base.table, entries, found);
  }
  if (entry && !found.includes(id)) found.push(id);
  return found;
}

export function library(facts, get = fetched) {
  const kept = new Map();
  const once = (address, kind, id) => {
    if (!kept.has(address)) {
      const coming = get(address).catch((wrong) => {
        kept.delete(address);
        throw new Unreachable(kind, id, wrong);
      });
      kept.set(address, coming);
    }
    return kept.get(address);
  };
  const cube = async (id) => {
    const address = `${facts.packed}${encodeURIComponent(id)}.${facts.language}.json.gz`;
    const json = await once(address, 'table', id);
    try {
      return readCube(json, id);
    } catch (wrong) {
      throw new Unreachable('table', id, wrong);
    }
  };
  const made = new Map();
  return {
    catalogue: () => once(facts.tables, 'catalogue', ''),
    geometry: (level) => once(`${facts.geometry}${level}.json`, 'map', level),
    // A table with its totals. A total whose table is not there is left out, the table itself has to be.
    async table(id, entries) {
      if (made.has(id)) return made.get(id);
      const ids = needed(id, entries);
      const cubes = await Promise.all(ids.map((each) => cube(each).catch((wrong) => {
        if (each === id) throw wrong;
        return null;
      })));
      const tables = new Map();
      ids.forEach((each, at) => {
        const entry = entries.find((one) => one.id === each);
        if (cubes[at]) tables.set(each, makeTable({ ...cubes[at], title: entry.title }, entry, tables));
      });
      if (!cubes.includes(null)) made.set(id, tables.get(id));
      return tables.get(id);
    },
  };
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return address.endsWith('.gz') ? unpacked(await answer.arrayBuffer()) : answer.json();
}

// The JSON in a gzip file. A host that names its packing has had it unpacked on the way.
export async function unpacked(content) {
  const [first, second] = new Uint8Array(content);
  const stream = new Blob([content]).stream();
  return new Response(first === 0x1f && second === 0x8b ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).json();
}
