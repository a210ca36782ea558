// Numbers as the language writes them: rounded half away from zero, with a real minus sign.
const MINUS = '\u2212';
const NOISE = 12; // decimals; far finer than any published number, far coarser than the noise of binary fractions

// The digits of a number at so many decimals, halves away from zero, as [sign, whole, fraction].
export function rounded(value, decimals) {
  const size = Math.abs(value);
  let [whole, fraction] = [String(size), ''];
  if (size >= 1e21) return [value < 0, BigInt(Math.round(size)).toString(), '0'.repeat(decimals)];
  if (!Number.isInteger(size)) {
    [whole, fraction] = up(...size.toFixed(NOISE + 3).split('.'), NOISE);
    [whole, fraction] = up(whole, fraction, decimals);
  } else fraction = '0'.repeat(decimals);
  const zero = /^0*$/.test(whole + fraction);
  return [value < 0 && !zero, whole, fraction];
}

// Decimal digits to fewer of them, in text, so that a half is a half.
function up(whole, fraction, decimals) {
  const kept = fraction.slice(0, decimals);
  if ((fraction[decimals] ?? '0') < '5') return [whole, kept.padEnd(decimals, '0')];
  const digits = (BigInt(whole + kept) + 1n).toString().padStart(decimals + 1, '0');
  return [digits.slice(0, digits.length - decimals), decimals ? digits.slice(-decimals) : ''];
}

// Writers for one language. `format` has thousands, decimal, percent ("{number}%") and csv_delimiter.
export function numbers(format) {
  const number = (value, decimals = 0) => {
    const [negative, whole, fraction] = rounded(value, decimals);
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, format.thousands);
    return (negative ? MINUS : '') + grouped + (fraction ? format.decimal + fraction : '');
  };
  return {
    number,
    amount: (value, decimals, percent) =>
      (percent ? format.percent.replace('{number}', number(value, decimals)) : number(value, decimals)),
    // For data files: an ASCII minus and no thousands.
    plain: (value, decimals) => {
      const [negative, whole, fraction] = rounded(value, decimals);
      return (negative ? '-' : '') + whole + (fraction ? format.decimal + fraction : '');
    },
    delimiter: format.csv_delimiter,
  };
}
