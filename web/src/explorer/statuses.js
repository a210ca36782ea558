// What a cell is, apart from its number. The same words as in the release, from the gravest to the lightest: of a
// number that is computed from two cells the gravest status counts.
export const STATUSES = [
  'suppressed', 'missing', 'not_yet', 'not_applicable', 'provisional', 'break', 'rounded', 'normal',
];
const CODE = new Map(STATUSES.map((status, at) => [status, at]));
export const WITHOUT_NUMBER = 4; // so many of the statuses above say why there is no number
export const MISSING = 1;
export const ROUNDED = 6;
export const NORMAL = 7;

export const codeOf = (status) => CODE.get(status);

export const hasNumber = (status) => CODE.get(status) >= WITHOUT_NUMBER;

export const gravest = (one, other) => STATUSES[Math.min(CODE.get(one), CODE.get(other))];

// The signs of the monitor's figures: beside a number, or where a word does not fit.
export const SIGNS = {
  suppressed: '×', missing: '–', not_applicable: '/', not_yet: '…', provisional: '*', break: '†', rounded: '≈',
};

export const cell = (value, status = 'normal', margin = 0) =>
  (hasNumber(status) ? { value, status, margin } : { value: null, status, margin: 0 });
