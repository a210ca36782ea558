// What an address asked for and this edition does not have, in sentences.
import { labelOf } from './table.js';

export function sentences(missing, say) {
  return missing.map(({ kind, dimension, asked, shown, partly }) => {
    if (kind === 'code') {
      const slots = { dimension: dimension.label, asked: asked.join(', ') };
      return partly ? say('explorer.missing_some', slots)
        : say('explorer.missing_code', { ...slots, shown: shown.map((code) => labelOf(dimension, code, say)).join(', ') });
    }
    return say(`explorer.missing_${kind}`, { asked, shown });
  });
}
