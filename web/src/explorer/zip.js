// Files in a zip, which is what a workbook is: packed by the browser itself.
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

const packed = async (bytes) => new Uint8Array(await new Response(
  new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());

const DATE = 0x21; // 1 January 1980, the first day that a zip knows: the same content gives the same file

// Numbers as bytes, the lowest first: pairs of how many bytes and the value.
function bytesOf(pairs) {
  const view = new DataView(new ArrayBuffer(pairs.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of pairs) {
    if (size === 2) view.setUint16(at, value, true); else view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

// A zip of files, each [name, text], as a list of byte arrays for a Blob.
export async function zip(files) {
  const coder = new TextEncoder();
  const [parts, index] = [[], []];
  let offset = 0;
  for (const [name, text] of files) {
    const [called, content] = [coder.encode(name), coder.encode(text)];
    const small = await packed(content);
    // Version, flags, method (deflate), time, date, checksum, sizes, length of the name and of what comes after it.
    const about = [[2, 20], [2, 0], [2, 8], [2, 0], [2, DATE], [4, checksum(content)], [4, small.length], [4, content.length],
      [2, called.length], [2, 0]];
    const local = [bytesOf([[4, 0x04034b50], ...about]), called, small];
    index.push(bytesOf([[4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), called);
    parts.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const size = index.reduce((sum, { length }) => sum + length, 0);
  const end = bytesOf([[4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, offset], [2, 0]]);
  return [...parts, ...index, end];
}
