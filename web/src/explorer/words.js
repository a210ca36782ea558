// Words for readers, as the page brought them: a key, and slots in braces.
export function words(texts) {
  const say = (key, slots) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`No word for ${key}`);
    return slots ? text.replace(/\{(\w+)\}/g, (_, name) => String(slots[name])) : text;
  };
  // "1 row", "2 rows": two keys, of which the one for a single thing ends in _one.
  say.count = (key, count, written, slots = {}) =>
    say(count === 1 ? `${key}_one` : key, { ...slots, count: written });
  say.list = (items) =>
    (items.length < 2 ? items.join('')
      : items.slice(0, -1).join(say('format.list_separator')) + say('format.list_last') + items.at(-1));
  return say;
}
