// Pass on what is seen: a link, HTML to embed, a citation, and files. The link stays with this edition or goes along
// with the newest, as the reader chooses.
import { query } from './address.js';
import { csv, give, picture } from './files.js';
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
    const text = element('textarea', { class: 'utrecht-textbox', readonly: true, rows: 2, spellcheck: 'false' });
    const copy = button(say('explorer.copy'), async () => {
      const done = await put(text);
      announce(done ? say('explorer.copied', { what: say(key) }) : say('explorer.not_copied'));
    }, { 'aria-label': say('explorer.copy_what', { what: say(key) }) });
    return { text, whole: element('div', { class: 'copied' }, labelled(say(key), text), copy) };
  };
  const [link, embed, citation] = ['explorer.link', 'explorer.embedding', 'explorer.citation'].map(copied);

  const name = () => `${seen().table.id}-${facts.edition}`;
  const save = (key, act) => button(say(key), act);
  const asCsv = save('explorer.download_csv', () =>
    give(`${name()}.csv`, 'text/csv', csv({ ...seen(), say, format, facts })));
  const asSvg = save('explorer.download_svg', () => {
    const { svg, title, notes, signs, table } = seen();
    const said = [...(facts.invented ? [say('csv.invented')] : []), ...notes, ...signs, `${say('site.source')}: ${table.about.source}`,
      `${say('site.reference')}: ${table.about.reference}`];
    give(`${name()}.svg`, 'image/svg+xml', picture(svg, { title, notes: said, colours: facts.colours }));
  });
  const files = element('ul', { class: 'actions' });
  const whole = element('details', { class: 'more sharing' }, element('summary', {}, say('explorer.sharing')),
    choice, unknown, link.whole, embed.whole, citation.whole,
    element('h3', { class: 'nl-heading nl-heading--level-5' }, say('explorer.download')),
    element('div', { class: 'buttons' }, asCsv, asSvg), files);
  whole.addEventListener('toggle', () => update());

  function update() {
    if (!whole.open || !seen()) return;
    const { state, table, title, svg } = seen();
    const asked = query(state, table, { follow });
    const root = follow ? rolling : pinned;
    const address = `${root}${facts.page}${asked}`;
    link.text.value = address;
    embed.text.value = frame(`${root}${facts.embed}${asked}`, title);
    const slots = { publisher: facts.publisher, title, site: facts.site, edition: facts.edition, address };
    citation.text.value = say(follow ? 'explorer.cite_newest' : 'explorer.cite', slots);
    visible(Boolean(svg), asSvg);
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
