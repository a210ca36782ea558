// What is seen as a workbook: a number in every cell that has one, its status in the format, and what has to be known
// beneath. It is written here and not by a library: one sheet without formulas or charts takes no more than this.
import { hasNumber, STATUSES } from './statuses.js';
import { heads, named } from './pivot.js';
import { zip } from './zip.js';

export const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const WIDEST = 16384; // columns that a workbook can have

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const [PLAIN, BOLD, TOP, WORD] = [0, 1, 2, 3]; // the looks of a cell; those of numbers come after them

// Characters that XML cannot have are left out.
const escaped = (text) => String(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
  .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// A to Z, AA and on.
function column(at) {
  const rest = Math.floor(at / 26);
  return (rest ? column(rest - 1) : '') + String.fromCharCode(65 + (at % 26));
}

const words = (row, at, look, text) =>
  `<c r="${column(at)}${row}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

// The files of the workbook, each [name, text]. `beneath` are the sentences under the table.
export function workbookFiles({ table, state: { show: share }, grid, title, beneath, say, write }) {
  const down = grid.rows.dimensions.map(({ label }) => label);
  const columns = heads(grid.columns);
  const value = say(share ? 'explorer.share_column' : 'explorer.number_column');
  const lines = [];
  const line = (cells) => {
    const row = lines.length + 1;
    lines.push(`<row r="${row}">${cells.map((make, at) => make(row, at)).join('')}</row>`);
  };
  const text = (content, look = PLAIN) => (row, at) => words(row, at, look, content);
  line([text(title, BOLD)]);
  line([]);
  line([...(down.length ? down : ['']), ...columns.map((head) => named(head, value))].map((each) => text(each, TOP)));
  for (let nth = 0; nth < grid.rows.count; nth += 1) {
    const head = grid.rows.head(nth);
    line([...(down.length ? head.labels : [value]).map((label) => text(label)), ...columns.map((each) => {
      const cell = grid.cell(head, each);
      if (!hasNumber(cell.status)) return text(say(`status.${cell.status}`), WORD);
      const exact = Number(cell.value.toFixed(write.decimals));
      return (row, at) => `<c r="${column(at)}${row}" s="${WORD + 1 + STATUSES.indexOf(cell.status)}"><v>${exact}</v></c>`;
    })]);
  }
  line([]);
  for (const sentence of beneath) line([text(sentence)]);
  const first = Math.max(down.length, 1);
  const sheet = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="${first}" ySplit="3"`
    + ` topLeftCell="${column(first)}4" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>`
    + `<cols><col min="1" max="${first}" width="28" customWidth="1"/>`
    + `<col min="${first + 1}" max="${first + columns.length}" width="16" customWidth="1"/></cols>`
    + `<sheetData>${lines.join('')}</sheetData></worksheet>`;
  const name = escaped(table.id.slice(0, 31)); // a name of a sheet is not longer
  const relation = (id, kind, target) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const part = (path, kind) => `<Override PartName="/xl/${path}.xml" ContentType="${KIND}.${kind}+xml"/>`;
  return [
    ['[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types">`
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + `${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}</Types>`],
    ['_rels/.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`],
    ['xl/workbook.xml', `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="a"/></sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('a', 'worksheet', 'worksheets/sheet1.xml')}`
      + `${relation('b', 'styles', 'styles.xml')}</Relationships>`],
    ['xl/styles.xml', styles(say, write)],
    ['xl/worksheets/sheet1.xml', sheet],
  ];
}

// The looks of cells: plain, bold, heads, words in the place of a number, and a number with each status.
function styles(say, write) {
  const number = `#,##0${write.decimals ? `.${'0'.repeat(write.decimals)}` : ''}${write.percent ? '"%"' : ''}`;
  const shown = { rounded: `"≈ "${number}`, normal: number };
  const formats = STATUSES.map((status) => shown[status] ?? `${number}" (${say(`status.${status}`).replaceAll('"', '')})"`);
  const right = '<alignment horizontal="right"/>';
  const look = (font, format, inner) => `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"`
    + ` applyFont="1" applyNumberFormat="1" applyAlignment="1">${inner}</xf>`;
  const looks = [look(0, 0, ''), look(1, 0, ''), look(1, 0, '<alignment wrapText="1" vertical="top"/>'), look(0, 0, right),
    ...formats.map((_, at) => look(0, 164 + at, right))];
  const font = (inner) => `<font>${inner}<sz val="11"/><name val="Calibri"/></font>`;
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">`
    + `${formats.map((format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(format)}"/>`).join('')}</numFmts>`
    + `<fonts count="2">${font('')}${font('<b/>')}</fonts>`
    + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + `<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>`
    + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
}

// The workbook, as what a Blob is made of.
export const workbook = (seen) => zip(workbookFiles(seen));
