// The ground that bars and lines stand on: scales, grid lines with what they are worth, and marks for points.
import { node, SIZE } from './svg.js';

// A linear scale from numbers to pixels.
export const linear = ([low, high], [from, to]) => (value) => from + ((value - low) / (high - low)) * (to - from);

export const horizontals = (marks, y, [left, right], colours, write, places) => marks.flatMap((mark) => [
  node('path', { d: `M${left} ${y(mark)}H${right}`, stroke: colours.grid }),
  node('text', { x: left - 8, y: y(mark) + SIZE * 0.35, 'text-anchor': 'end', fill: colours.quiet }, write.tick(mark, places)),
]);

export const verticals = (marks, x, [top, bottom], colours, write, places) => marks.flatMap((mark) => [
  node('path', { d: `M${x(mark)} ${top}V${bottom}`, stroke: colours.grid }),
  node('text', { x: x(mark), y: bottom + 18, 'text-anchor': 'middle', fill: colours.quiet }, write.tick(mark, places)),
]);

const polygon = (...corners) => `M${corners.map((at) => at.join(' ')).join('L')}Z`;
const cross = (r, b) => polygon([-r, -b], [-b, -b], [-b, -r], [b, -r], [b, -b], [r, -b], [r, b], [b, b], [b, r], [-b, r], [-b, b], [-r, b]);
const turned = (corners, degrees) => corners.map((at) => (at + degrees) * (Math.PI / 180));
const star = (count, inner, r) => polygon(...turned(Array.from({ length: count * 2 }, (_, at) => (at * 180) / count), -90)
  .map((angle, at) => [Math.cos(angle) * (at % 2 ? inner : r), Math.sin(angle) * (at % 2 ? inner : r)].map((v) => Number(v.toFixed(2)))));

// As many shapes as there are colours, so that lines can be told apart without them.
const SHAPES = [
  'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0Z',
  polygon([-3.2, -3.2], [3.2, -3.2], [3.2, 3.2], [-3.2, 3.2]),
  polygon([0, -4.4], [4.2, 3.2], [-4.2, 3.2]),
  polygon([0, -4.8], [3.8, 0], [0, 4.8], [-3.8, 0]),
  star(5, 2, 5),
  polygon([0, 4.4], [4.2, -3.2], [-4.2, -3.2]),
  cross(4.2, 1.4),
  star(4, 1.6, 5),
  star(3, 1.8, 5),
];

// A mark at a point: filled, or hollow where the number is provisional.
export const point = (x, y, nth, colour, hollow, paper, title) => node('path', {
  d: SHAPES[nth % SHAPES.length], transform: `translate(${x} ${y})`, fill: hollow ? paper : colour,
  stroke: hollow ? colour : null, 'stroke-width': hollow ? 1.5 : null,
}, node('title', {}, title));
