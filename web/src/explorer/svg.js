// Small things that charts and maps are made of. Everything is said in attributes, never in a style: the policy of
// the page forbids those, and a drawing that is saved keeps its look.
const NS = 'http://www.w3.org/2000/svg';
export const FONT = 'Noto Sans';
export const FAMILY = `"${FONT}", Arial, Helvetica, sans-serif`;
export const SIZE = 13;
export const LINE = 17;

export function node(name, attributes = {}, ...children) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

export const drawing = (width, height, colours) => node('svg', {
  width, height, viewBox: `0 0 ${width} ${height}`, fill: colours.ink, color: colours.ink,
  'font-family': FAMILY, 'font-size': SIZE,
});

let pen;
const widths = new Map();

// The width of a line of text in pixels.
export function measure(text, bold = false, size = SIZE) {
  const key = `${bold ? 'b' : ''}${size}${text}`;
  let found = widths.get(key);
  if (found === undefined) {
    pen ??= document.createElement('canvas').getContext('2d');
    pen.font = `${bold ? 'bold ' : ''}${size}px ${FAMILY}`;
    found = pen.measureText(text).width;
    if (widths.size > 5000) widths.clear();
    widths.set(key, found);
  }
  return found;
}

// Whether texts are set in the font of the page, and not in one that takes its place.
export function inOwnFont() {
  pen ??= document.createElement('canvas').getContext('2d');
  const [own, other] = [`"${FONT}", monospace`, 'monospace'].map((family) => {
    pen.font = `${SIZE}px ${family}`;
    return pen.measureText('iW').width;
  });
  return own !== other;
}

// Forget all widths: they were those of another font, until the one of the page was there.
export const forget = () => widths.clear();

// The parts between which a text may go on in the next line: its words, and those that its own hyphens join.
const partsOf = (text) => text.split(' ').filter(Boolean).flatMap((word) =>
  word.split(/(?<=\p{L}-)(?=\p{L})/u).map((part, nth) => ({ part, glue: nth ? '' : ' ' })));

// Whether a text goes into lines of so many pixels without a word being cut.
export const wraps = (text, width) => partsOf(text).every(({ part }) => measure(part) <= width);

// A text in lines of at most so many pixels; what does not fit in the last line ends in an ellipsis.
export function wrapped(text, width, most = 3, bold = false) {
  const lines = [''];
  const parts = partsOf(text);
  while (parts.length) {
    const { part, glue } = parts.shift();
    const line = lines.at(-1);
    const longer = line ? line + glue + part : part;
    if (measure(longer, bold) <= width) lines[lines.length - 1] = longer;
    else if (lines.length === most) {
      lines[most - 1] = `${cut(longer, width, bold, '…').trimEnd()}…`;
      break;
    } else if (line) {
      lines.push('');
      parts.unshift({ part, glue });
    } else {
      let kept = cut(part, width, bold, '-');
      if (part[kept.length] === '-') kept += '-';
      lines[lines.length - 1] = kept.endsWith('-') ? kept : `${kept}-`;
      lines.push('');
      parts.unshift({ part: part.slice(kept.length), glue: '' });
    }
  }
  return lines.filter((line, at) => line || !at);
}

// As much of a text as goes into so many pixels with an end after it; two letters at least.
function cut(text, width, bold, end) {
  let [low, high] = [Math.min(2, text.length), text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(text.slice(0, middle) + end, bold) <= width) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, low);
}

// Text in lines: its first line stands on `y`.
export function paragraph(x, y, lines, attributes = {}) {
  const made = node('text', { x, y, ...attributes });
  lines.forEach((line, at) => made.append(node('tspan', { x, dy: at ? LINE : 0 }, line)));
  return made;
}

// What fills an area or a bar whose number is withheld.
export function hatch(id, colours) {
  return node('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    node('rect', { width: 6, height: 6, fill: colours.paper }),
    node('rect', { width: 2, height: 6, fill: colours.quiet }));
}

// Entries { swatch: (x, y) => node, label } beside each other and beneath, from the top left corner. Gives the
// nodes and the height.
export function legend(entries, x, y, width) {
  const nodes = [];
  let [left, top] = [x, y];
  for (const { swatch, label } of entries) {
    const lines = wrapped(label, width - 26, 4);
    const needed = 24 + Math.max(...lines.map((line) => measure(line))) + 18;
    if (left > x && left + needed - 18 > x + width) [left, top] = [x, top + 22];
    nodes.push(swatch(left, top + 8), paragraph(left + 24, top + 13, lines));
    left += needed;
    if (lines.length > 1) [left, top] = [x, top + 22 + (lines.length - 1) * LINE];
  }
  return { nodes, height: entries.length ? top - y + (left > x ? 26 : 4) : 0 };
}

// Round numbers that enclose others, about so many. Axes of bars hold zero; those of lines unless all lie far from it.
export function ticks(values, count, { whole, zero }) {
  let low = values.length ? Math.min(...values) : 0;
  let high = values.length ? Math.max(...values) : 0;
  if (zero || low < high * 0.8 || high <= 0) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  if (low === high) [low, high] = low === 0 ? [0, 1] : [Math.min(low, 0), Math.max(high, 0)];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  let step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough * (1 - 1e-9));
  if (whole) step = Math.max(1, Math.ceil(step - 1e-9));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

// The decimals that tell round numbers apart.
export const decimalsOf = (marks) =>
  [0, 1, 2, 3, 4, 5].find((decimals) => marks.every((mark) => Math.abs(mark - mark.toFixed(decimals)) < 1e-9)) ?? 6;

// The labels of lines at heights where they do not overlap, as near as can be to where the lines end.
export function apart(items, top, bottom) {
  const placed = items.toSorted((a, b) => a.y - b.y);
  for (let round = 0; round < 40; round += 1) {
    let moved = false;
    placed.forEach((one, at) => {
      const next = placed[at + 1];
      if (next && one.y + one.height > next.y + 0.01) {
        const middle = (one.y + next.y + one.height) / 2;
        one.y = middle - one.height;
        next.y = middle;
        moved = true;
      }
    });
    let edge = bottom;
    for (const one of placed.toReversed()) {
      if (one.y + one.height > edge) one.y = edge - one.height;
      edge = one.y;
    }
    edge = top;
    for (const one of placed) {
      if (one.y < edge) one.y = edge;
      edge = one.y + one.height;
    }
    if (!moved) break;
  }
}
