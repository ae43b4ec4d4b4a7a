const echarts = require('echarts');

/** A chart is drawn twice: a drawing that is only shrunk to the width of a phone cannot be read there. */
const WIDE = { width: 760, font: 13, name: 'wide' };
const NARROW = { width: 340, font: 10, name: 'narrow' };

const INK = '#1f2933';
const ACCENT = '#0b6e5f';
const PALE = '#eef5f3';

/**
 * Of the customers who first bought in one month, how many bought again in each of the next twelve.
 *
 * @param {import('./figures.js').Report} report
 */
function cohortChart({ cohorts }) {
  const months = Array.from(
    { length: Math.max(...cohorts.map(({ later }) => later.length)) },
    (_, at) => at + 1,
  );
  const shares = cohorts.flatMap(({ later }) => later.map(({ share }) => share));
  const highest = Math.max(0.01, ...shares);
  const cells = cohorts.flatMap(({ later }, row) =>
    later.map(({ share }, column) => ({
      value: [column, row, Math.round(100 * share)],
      // White is easier to read than ink only on the darkest cells.
      label: { color: share > 0.8 * highest ? '#ffffff' : INK },
    })),
  );
  return drawings(({ width, font }) => ({
    height: 90 + cohorts.length * 28,
    option: {
      grid: { left: 5.5 * font, right: 8, top: 3.5 * font, bottom: 8 },
      xAxis: {
        type: 'category',
        data: months,
        position: 'top',
        name: 'months after the first purchase; per cent',
        nameLocation: 'middle',
        nameGap: 2 * font,
        ...axis(font),
      },
      yAxis: { type: 'category', data: cohorts.map(({ month }) => month), inverse: true, ...axis(font) },
      visualMap: { show: false, min: 0, max: 100 * highest, inRange: { color: [PALE, ACCENT] } },
      series: [
        {
          type: 'heatmap',
          data: cells,
          label: { show: true, fontSize: font, formatter: '{@[2]}' },
          itemStyle: { borderColor: '#ffffff', borderWidth: width > 500 ? 2 : 1 },
        },
      ],
    },
  }));
}

/**
 * How many customers are in each stage.
 *
 * @param {import('./figures.js').Report} report
 */
function stageChart({ stages }) {
  return drawings(({ font }) => ({
    height: 30 + stages.length * 36,
    option: {
      grid: { left: 7 * font, right: 4 * font, top: 8, bottom: 8 },
      xAxis: { type: 'value', show: false },
      yAxis: { type: 'category', data: stages.map(({ stage }) => stage), inverse: true, ...axis(font) },
      series: [
        {
          type: 'bar',
          data: stages.map(({ customers }) => customers),
          barWidth: '62%',
          itemStyle: { color: ACCENT },
          label: { show: true, position: 'right', fontSize: font, color: INK },
        },
      ],
    },
  }));
}

/** @param {number} font */
function axis(font) {
  return {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { fontSize: font, color: INK, interval: 0 },
    nameTextStyle: { fontSize: font, color: INK },
  };
}

/**
 * The drawings of a chart as SVG. They are for the eye alone: the table beside a chart says the same to everybody.
 *
 * @param {(size: typeof WIDE) => { height: number, option: import('echarts').EChartsOption }} drawing
 */
function drawings(drawing) {
  return [WIDE, NARROW]
    .map((size) => {
      const { height, option } = drawing(size);
      const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: size.width, height });
      chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit' }, ...option });
      const svg = chart.renderToSVGString();
      chart.dispose();
      return svg.replace('<svg', `<svg class="${size.name}" aria-hidden="true" focusable="false"`);
    })
    .join('\n');
}

module.exports = { cohortChart, stageChart };
