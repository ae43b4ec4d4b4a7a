// A small line chart as SVG: two lines over labelled places, readable on a light and on a dark page.

const [WIDTH, HEIGHT] = [720, 360];
const [LEFT, RIGHT, TOP, BOTTOM] = [56, 16, 56, 48];
const COLOURS = ['#8a8a8a', '#c2410c'];

/** @param {{ title: string, horizontal: string, vertical: string, labels: string[], series: { name: string, values: number[] }[] }} chart */
export function lineChart({ title, horizontal, vertical, labels, series }) {
  const step = niceStep(Math.max(...series.flatMap(({ values }) => values)) / 5);
  const highest = step * Math.ceil(Math.max(...series.flatMap(({ values }) => values)) / step);
  const x = (place) => LEFT + (place / (labels.length - 1)) * (WIDTH - LEFT - RIGHT);
  const y = (value) => HEIGHT - BOTTOM - (value / highest) * (HEIGHT - TOP - BOTTOM);
  const everySo = Math.ceil(labels.length / 14);
  const grid = Array.from({ length: Math.round(highest / step) + 1 }, (_, index) => index * step).flatMap(
    (value) => [
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="#8a8a8a" stroke-opacity="0.3"/>`,
      text(LEFT - 8, y(value) + 4, String(Number(value.toPrecision(6))), 'end'),
    ],
  );
  const places = labels.flatMap((label, place) =>
    place % everySo === 0 ? [text(x(place), HEIGHT - BOTTOM + 18, label, 'middle')] : [],
  );
  const lines = series.flatMap(({ name, values }, index) => {
    const points = values.map((value, place) => `${round(x(place))},${round(y(value))}`).join(' ');
    const legend = WIDTH - RIGHT - (series.length - index) * 90;
    return [
      `<polyline points="${points}" fill="none" stroke="${COLOURS[index]}" stroke-width="2"/>`,
      `<line x1="${legend}" x2="${legend + 20}" y1="40" y2="40" stroke="${COLOURS[index]}" stroke-width="2"/>`,
      text(legend + 26, 44, name, 'start'),
    ];
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#777" role="img" aria-label="${title}">`,
    `<text x="${LEFT}" y="22" font-size="15">${title}</text>`,
    text(LEFT, 44, vertical, 'start'),
    ...grid,
    ...places,
    text(LEFT + (WIDTH - LEFT - RIGHT) / 2, HEIGHT - 10, horizontal, 'middle'),
    ...lines,
    '</svg>',
  ].join('\n')}\n`;
}

function text(x, y, content, anchor) {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${content}</text>`;
}

/** 1, 2 or 5 times a power of ten, not below `least`. */
function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
}

function round(number) {
  return Number(number.toFixed(1));
}
