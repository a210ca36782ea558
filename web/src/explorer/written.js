// How a cell is written, in a table and in a sentence.
import { hasNumber } from './statuses.js';

// Writers for the cells of one view: shares in per cent with one decimal, numbers as the table has them.
export function written(say, format, table, state) {
  const share = Boolean(state.show);
  const percent = share || isPercent(table.about.unit, say);
  const decimals = share ? 1 : table.about.decimals;
  const number = (value) => format.amount(value, decimals, percent);
  const text = ({ value, status }) => {
    const word = say(`status.${status}`);
    if (!hasNumber(status)) return word;
    if (status === 'normal') return number(value);
    if (status === 'rounded') return say('chart.rounded', { value: number(value) });
    return say('chart.with_status', { value: number(value), status: word });
  };
  return {
    percent, decimals, number, text,
    whole: !percent && decimals === 0,
    tick: (value, places) => format.amount(value, places, percent),
    unit: percent ? say('unit.percent') : table.about.unit,
  };
}

const isPercent = (unit, say) => unit === say('unit.percent') || unit === '%';
