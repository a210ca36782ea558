// Pass on what is seen: a link, HTML to embed, a citation, and files. The link stays with this edition or goes along
// with the newest, as the reader chooses.
import { query } from './address.js';
import { csv, give, picture } from './files.js';
import { pixels } from './pixels.js';
import { TYPE as WORKBOOK, WIDEST, workbook } from './workbook.js';
import { button, element, fresh, labelled, visible } from './dom.js';

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// The top of the site for a link that stays, and for one that goes along with the newest edition: '' if unknown.
export function roots(here, facts) {
  const pinned = new URL(facts.root, here).href;
  const end = `/${facts.edition}/site/`;
  if (pinned.endsWith(end)) return { pinned, rolling: `${pinned.slice(0, -end.length)}/latest/site/` };
  return { pinned: facts.pinned || pinned, rolling: facts.rolling };
}

// The HTML that shows a view within another page.
export const frame = (address, title) => `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="720" `
  + 'loading="lazy" style="border: 0"></iframe>';

export function sharing({ say, format, facts, seen, announce }) {
  const { pinned, rolling } = roots(location.href, facts);
  let follow = false;
  const choice = element('fieldset', { class: 'views' }, element('legend', {}, say('explorer.which_edition')));
  for (const [value, text] of [[false, say('explorer.pinned', { edition: facts.edition })], [true, say('explorer.rolling')]]) {
    const radio = element('input', { type: 'radio', name: 'edition', id: fresh('edition'), checked: !value,
      disabled: value && !rolling, on: { change: () => { follow = value; update(); } } });
    choice.append(element('label', { for: radio.id }, radio, element('span', {}, text)));
  }
  const unknown = rolling ? null : element('p', { class: 'hint' }, say('explorer.rolling_unknown'));

  const copied = (key) => {
    const text = element('textarea', { class: 'utrecht-textbox', readonly: true, rows: 3, spellcheck: 'false' });
    const copy = button(say('explorer.copy'), async () => {
      const done = await put(text);
      announce(done ? say('explorer.copied', { what: say(key) }) : say('explorer.not_copied'));
    }, { 'aria-label': say('explorer.copy_what', { what: say(key) }) });
    return { text, whole: element('div', { class: 'copied' }, labelled(say(key), text), copy) };
  };
  const [link, embed, citation] = ['explorer.link', 'explorer.embedding', 'explorer.citation'].map(copied);

  const save = (kind, act) => button(say(`explorer.download_${kind}`), async () => {
    try {
      const [type, ...content] = await act(seen());
      give(`${seen().table.id}-${facts.edition}.${kind}`, type, ...content);
    } catch {
      announce(say('explorer.not_made', { kind: kind.toUpperCase() }));
    }
  });
  // What has to be known of the numbers wherever they go.
  const known = ({ table, notes, signs }) => [...(facts.invented ? [say('csv.invented')] : []), ...notes, ...signs,
    `${say('site.source')}: ${table.about.source}`, `${say('site.reference')}: ${table.about.reference}`];
  const drawn = (shown) => picture(shown.svg, { title: shown.title, notes: known(shown), colours: facts.colours });
  const asCsv = save('csv', (shown) => ['text/csv', csv({ ...shown, say, format, facts })]);
  const asWorkbook = save('xlsx', async (shown) => {
    const { write, table } = shown;
    const beneath = [`${say('subjects.unit')}: ${write.unit}`, ...known({ ...shown, notes: remarks(table) }), cite(shown, pinned, false)];
    return [WORKBOOK, ...await workbook({ ...shown, beneath, say })];
  });
  const asSvg = save('svg', (shown) => ['image/svg+xml', drawn(shown)]);
  const asPng = save('png', async (shown) => ['image/png', await pixels(drawn(shown), facts.fonts)]);
  const remarks = ({ about }) => about.notes.filter((note) => note !== say('data.invented'));
  const files = element('ul', { class: 'actions' });
  const whole = element('details', { class: 'more sharing' }, element('summary', {}, say('explorer.sharing')),
    choice, unknown, link.whole, embed.whole, citation.whole,
    element('h3', { class: 'nl-heading nl-heading--level-5' }, say('explorer.download')),
    element('div', { class: 'buttons' }, asCsv, asWorkbook, asPng, asSvg), files);
  whole.addEventListener('toggle', () => update());

  // Who, what, of when, where, and when it was looked at.
  function cite({ state, table, title }, root, newest) {
    const address = `${root}${facts.page}${query(state, table, { follow: newest })}`;
    const slots = { publisher: facts.publisher, title, table: table.id, reference: table.about.reference, site: facts.site,
      edition: facts.edition, today: today(), address };
    return say(newest ? 'explorer.cite_newest' : 'explorer.cite', slots) + (facts.invented ? ` [${say('csv.invented')}]` : '');
  }

  function today() {
    const now = new Date();
    return say('format.day', { day: now.getDate(), month: facts.months[now.getMonth()], year: now.getFullYear() });
  }

  function update() {
    if (!whole.open || !seen()) return;
    const { state, table, title, svg, grid } = seen();
    const asked = query(state, table, { follow });
    const root = follow ? rolling : pinned;
    const address = `${root}${facts.page}${asked}`;
    link.text.value = address;
    embed.text.value = frame(`${root}${facts.embed}${asked}`, title);
    citation.text.value = cite(seen(), root, follow);
    visible(Boolean(svg), asSvg, asPng);
    visible(grid.columns.count + grid.rows.dimensions.length < WIDEST, asWorkbook);
    const kinds = [['CSV', `${table.id}.csv`], ['JSON-stat', `${table.id}.${facts.language}.json`], ['Parquet', `${table.id}.parquet`]];
    files.replaceChildren(element('li', { class: 'label' }, say('explorer.whole_table')), ...kinds.map(([kind, file]) =>
      element('li', {}, element('a', { class: 'nl-link', href: facts.data + file, download: true }, kind))));
  }
  return { whole, update };
}

// To the clipboard. A page without a secure address may only do so from a selection.
async function put(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
