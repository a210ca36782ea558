// A drawing as a picture of pixels. A drawing that is shown as an image sees no font of the page, so that it brings
// its own: the two files that the page has already. Where those came too late for the page, everything was measured in
// the letters that it has instead, and the picture has these too.
import { FONT, inOwnFont } from './svg.js';

const ZOOM = 2; // pixels of the picture to one of the drawing: sharp on paper and on fine screens

// A drawing, as text, with the fonts of the page in it.
export async function withFonts(svg, fonts, get = fetched) {
  const faces = await Promise.all(Object.entries(fonts).map(async ([weight, address]) =>
    `@font-face{font-family:"${FONT}";font-weight:${weight};src:url(data:font/woff2;base64,${await get(address)})}`));
  return svg.replace('>', `><style>${faces.join('')}</style>`);
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return btoa(Array.from(new Uint8Array(await answer.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''));
}

// The PNG of a drawing, as a Blob.
export async function pixels(svg, fonts) {
  const image = new Image();
  // As data, which the policy of the page allows an image to be, and blobs it does not.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(inOwnFont() ? await withFonts(svg, fonts) : svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * ZOOM;
  canvas.height = image.naturalHeight * ZOOM;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  const made = await new Promise((done) => { canvas.toBlob(done, 'image/png'); });
  if (!made) throw new Error(`no picture of ${canvas.width} by ${canvas.height} pixels`);
  return made;
}
