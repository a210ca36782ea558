// Files of what is seen: the numbers as CSV, the chart as SVG.
import { heads } from './pivot.js';
import { labelOf } from './table.js';
import { hasNumber } from './statuses.js';
import { LINE, node, paragraph, wrapped } from './svg.js';

// A text that a spreadsheet will not run as a formula: an apostrophe goes before =, +, - and @.
export const harmless = (text) => (/^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text);

// One line per cell, the status beside the number and the source on every line. Numbers are those that are seen.
export function csv({ table, state, grid, title, say, write, format, facts }) {
  const mark = format.delimiter;
  const quoted = (text) => (/["\r\n]/.test(text) || text.includes(mark) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (fields) => fields.map(quoted).join(mark);
  const { about } = table;
  const remarks = [...(facts.invented ? [say('csv.invented')] : []), ...about.notes.filter((note) => note !== say('data.invented'))];
  const ends = [write.unit, title, about.source, about.reference, facts.edition, remarks.join(' ')].map(harmless);
  const names = ['value', 'status', 'unit', 'title', 'source', 'reference', 'edition', 'remark'].map((name) => say(`csv.${name}`));
  const lines = [line([...table.dimensions.map(({ label }) => harmless(label)), ...names])];
  const columns = heads(grid.columns);
  for (const row of heads(grid.rows)) {
    for (const column of columns) {
      const cell = grid.cell(row, column);
      const labels = table.dimensions.map((each) => {
        const down = state.rows.indexOf(each.id);
        const across = state.columns.indexOf(each.id);
        const code = down >= 0 ? row.codes[down] : across >= 0 ? column.codes[across] : state.chosen[each.id][0];
        return harmless(labelOf(each, code, say));
      });
      const number = hasNumber(cell.status) ? format.plain(cell.value, write.decimals) : '';
      lines.push(line([...labels, number, say(`status.${cell.status}`), ...ends]));
    }
  }
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

// A chart that can leave the page: its title above, and beneath it what has to be known and where it comes from.
export function picture(svg, { title, notes, colours }) {
  const [width, height] = ['width', 'height'].map((name) => Number(svg.getAttribute(name)));
  const above = wrapped(title, width - 32, 4, true);
  const beneath = notes.flatMap((note) => wrapped(note, width - 32, 8));
  const top = 16 + above.length * LINE + 10;
  const whole = top + height + 14 + beneath.length * LINE + 12;
  const inner = svg.cloneNode(true);
  for (const [name, value] of Object.entries({ x: 16, y: top })) inner.setAttribute(name, value);
  for (const name of ['role', 'aria-label']) inner.removeAttribute(name);
  const made = node('svg', { xmlns: 'http://www.w3.org/2000/svg', width: width + 32, height: whole, viewBox: `0 0 ${width + 32} ${whole}`,
    'font-family': svg.getAttribute('font-family'), 'font-size': svg.getAttribute('font-size'), fill: colours.ink },
  node('title', {}, title), node('rect', { width: width + 32, height: whole, fill: colours.paper }),
  paragraph(16, 28, above, { 'font-weight': 'bold' }), inner,
  paragraph(16, top + height + 20, beneath, { fill: colours.quiet }));
  return new XMLSerializer().serializeToString(made);
}

// Give the reader a file that is made here; `content` is a text, or what else a Blob is made of.
export function give(name, type, ...content) {
  const address = URL.createObjectURL(new Blob(content, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
