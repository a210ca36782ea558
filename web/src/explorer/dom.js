// Elements of the page, made without markup: the policy of the page allows no style in it, and texts stay texts.
let last = 0;
export const fresh = (name) => `${name}-${last += 1}`;

// An element. Attributes of which the value is null, undefined or false are left out; `on` has listeners by event.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'on') for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

// A labelled control, one above the other: { whole, control }.
export function labelled(text, control, hidden = '') {
  control.id ||= fresh('choice');
  const label = element('label', { for: control.id, class: 'field-label' }, text,
    hidden ? element('span', { class: 'visually-hidden' }, `: ${hidden}`) : null);
  return element('div', { class: 'field' }, label, control);
}

// Replace the options of a select by [value, label] pairs, and choose one.
export function options(select, pairs, value) {
  const same = select.options.length === pairs.length
    && pairs.every(([code, text], at) => select.options[at].value === code && select.options[at].text === text);
  if (!same) select.replaceChildren(...pairs.map(([code, text]) => element('option', { value: code }, text)));
  select.value = value;
}

export const select = (choose) => element('select', { class: 'select', on: { change: (event) => choose(event.target.value) } });

export const button = (text, act, more = {}) =>
  element('button', { type: 'button', class: 'button button--quiet', ...more,
    on: { click: ({ currentTarget }) => { if (!currentTarget.hasAttribute('aria-disabled')) act(); } } }, text);

// A button that can do nothing now, or can again. It keeps the focus: one that is disabled drops it.
export function able(can, made) {
  if (can) made.removeAttribute('aria-disabled'); else made.setAttribute('aria-disabled', 'true');
}

// Hide or show; what is hidden cannot have the focus, and is not read.
export const visible = (shown, ...elements) => elements.forEach((each) => { each.hidden = !shown; });
