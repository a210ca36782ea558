// A table of the release as it comes in JSON-stat 2.0: dimensions with codes, and a cell for every combination.
import { cell, codeOf, hasNumber, MISSING, NORMAL, ROUNDED, STATUSES, WITHOUT_NUMBER } from './statuses.js';

// Read a JSON-stat dataset: { id, title, dimensions, cellAt(index), count, about }. Values and statuses may be dense
// lists or sparse objects; what is in neither has no number. Throws an Error for anything else.
export function readCube(json, id) {
  if (json?.class !== 'dataset' || !Array.isArray(json.id) || !Array.isArray(json.size)) {
    throw new Error('not a JSON-stat dataset');
  }
  const dimensions = json.id.map((name, at) => dimension(name, json.dimension[name], json.size[at]));
  let count = 1;
  for (const each of [...dimensions].reverse()) {
    each.stride = count;
    count *= each.codes.length;
  }
  for (const name of json.role?.time ?? []) dimensions.find((each) => each.id === name).time = true;
  const { values, statuses } = cells(json, count);
  return {
    id,
    title: json.label,
    dimensions,
    count,
    about: about(json),
    // Of the cells at so many steps from each place the numbers, minus infinity where there is none, and whether they
    // are rounded: for putting cells in order of size.
    sizesAt: (places, steps) => {
      const sizes = new Float64Array(places.length * steps.length);
      const rounded = new Uint8Array(sizes.length);
      let to = 0;
      for (const place of places) {
        for (let nth = 0; nth < steps.length; nth += 1, to += 1) {
          const at = place + steps[nth];
          sizes[to] = statuses[at] < WITHOUT_NUMBER ? -Infinity : values[at];
          rounded[to] = statuses[at] === ROUNDED ? 1 : 0;
        }
      }
      return { sizes, rounded };
    },
    cellAt: (index) => cell(values[index], STATUSES[statuses[index]]),
  };
}

function dimension(id, { label, category }, size) {
  const listed = category.index ?? Object.keys(category.label);
  const codes = Array.isArray(listed) ? listed : Object.keys(listed).sort((a, b) => listed[a] - listed[b]);
  if (codes.length !== size) throw new Error(`${id} has ${codes.length} codes, not ${size}`);
  return {
    id,
    label: label ?? id,
    codes,
    labels: new Map(codes.map((code) => [code, category.label?.[code] ?? code])),
    position: new Map(codes.map((code, at) => [code, at])),
    time: false,
  };
}

function cells(json, count) {
  const values = new Float64Array(count);
  const statuses = new Uint8Array(count).fill(MISSING);
  each(json.value, (index, value) => {
    if (value === null) return;
    values[index] = value;
    statuses[index] = NORMAL;
  });
  const said = json.status ?? {};
  each(typeof said === 'string' ? new Array(count).fill(said) : said, (index, status) => {
    if (status === null || status === '') return;
    const code = codeOf(status);
    if (code === undefined) throw new Error(`unknown status ${status}`);
    // A status that promises a number where there is none would make a zero of it.
    if (hasNumber(status) && statuses[index] === MISSING) return;
    statuses[index] = code;
  });
  return { values, statuses };
}

function each(listed, use) {
  if (Array.isArray(listed)) listed.forEach((item, index) => use(index, item));
  else for (const index of Object.keys(listed)) use(Number(index), listed[index]);
}

// What the table's card says, as far as the explorer tells it.
function about(json) {
  const more = json.extension ?? {};
  return {
    source: json.source ?? '',
    definition: more.definition ?? '',
    reference: more.reference ?? '',
    unit: more.unit ?? '',
    decimals: more.decimals ?? 0,
    notes: json.note ?? [],
    breaks: more.breaks ?? {},
  };
}
