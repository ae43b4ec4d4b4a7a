const { formatMoney } = require('@aftercare/core');
const { cohortChart, stageChart } = require('./charts.js');

const STYLE = `
  :root { color-scheme: light; }
  * { box-sizing: border-box; }
  body { margin: 0 auto; max-width: 54rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1f2933; background: #fff; }
  h1 { line-height: 1.2; }
  h2 { margin-top: 2.5rem; }
  dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem; }
  dl > div { border-top: 3px solid #0b6e5f; padding-top: .5rem; }
  dt { font-weight: 600; }
  dd { margin: 0; }
  .value { font-size: 1.75rem; line-height: 1.3; }
  .basis, caption { font-size: .875rem; color: #52606d; }
  figure { margin: 1rem 0; }
  svg { display: block; max-width: 100%; height: auto; }
  svg.narrow { display: none; }
  @media (max-width: 48rem) { svg.wide { display: none; } svg.narrow { display: block; } }
  .scrolls { overflow-x: auto; }
  table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
  caption { text-align: left; padding-bottom: .5rem; }
  th, td { padding: .2rem .4rem; text-align: right; white-space: nowrap; border-bottom: 1px solid #d9e2ec; }
  th:first-child { text-align: left; }
`;

/**
 * The report as one page that needs nothing beside itself: no script, no font, no picture.
 *
 * @param {import('./figures.js').Report} report
 */
function pageOf(report) {
  const { source, asOf, timeZone, orders, customers } = report;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Repurchase report of ${escapeHtml(source)}, ${asOf}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Repurchase report</h1>
<p>${count(orders)} orders of ${count(customers)} customers from ${escapeHtml(source)}, up to and including ${asOf} (${escapeHtml(timeZone)}).</p>
<section aria-labelledby="figures">
<h2 id="figures">Figures</h2>
<dl>
${figures(report)}
</dl>
</section>
<section aria-labelledby="cohorts">
<h2 id="cohorts">Who comes back</h2>
<p>Of the customers who bought for the first time in a month, the share that bought again in each of the months after it.</p>
<figure>
<div role="img" aria-label="Heat map of repurchase by month of the first purchase. The table below has its numbers.">
${cohortChart(report)}
</div>
</figure>
${cohortTable(report)}
</section>
<section aria-labelledby="stages">
<h2 id="stages">Stages of customers</h2>
<p>Where each customer stands on ${asOf}, by the days since the last purchase: before day 45 new or established, then slipping, from day 90 lapsing, from day 180 dormant.</p>
<figure>
<div role="img" aria-label="Bar chart of customers by stage. The table below has its numbers.">
${stageChart(report)}
</div>
</figure>
${stageTable(report)}
</section>
</main>
</body>
</html>
`;
}

/** @param {import('./figures.js').Report} report */
function figures(report) {
  const { currency, repurchaseRate, historicalRepurchaseRate, cycle, averageOrderValue, revenuePerBuyer } =
    report;
  const year = `from ${report.window.from}, before ${report.window.to}`;
  /** @param {number | null} minor */
  const money = (minor) =>
    minor === null ? 'none' : formatMoney({ minor: Math.round(minor), currency }, 'en-US');
  /** @param {import('@aftercare/core').Metric<number, import('@aftercare/core').RatioBasis>} rate */
  const outOf = ({ basis }) => `${count(basis.numerator)} of ${count(basis.denominator)} buyers bought again`;
  return [
    ['Repurchase rate', percent(repurchaseRate.value), `${outOf(repurchaseRate)}; ${year}`],
    [
      'Historical repurchase rate',
      percent(historicalRepurchaseRate.value),
      `${outOf(historicalRepurchaseRate)}; all days`,
    ],
    [
      'Repurchase cycle',
      cycle.value === null ? 'none' : `${cycle.value.meanDays.toFixed(1)} days`,
      `mean of ${count(cycle.basis.count)} customers; all days`,
    ],
    [
      'Average order value',
      money(averageOrderValue.value),
      `${count(averageOrderValue.basis.denominator)} orders; ${year}`,
    ],
    [
      'Revenue per buyer',
      money(revenuePerBuyer.value),
      `${count(revenuePerBuyer.basis.denominator)} buyers; ${year}`,
    ],
  ]
    .map(
      ([name, value, basis]) =>
        `<div><dt>${name}</dt><dd class="value">${value}</dd><dd class="basis">${basis}</dd></div>`,
    )
    .join('\n');
}

/** @param {import('./figures.js').Report} report */
function cohortTable({ cohorts }) {
  const columns = Math.max(...cohorts.map(({ later }) => later.length));
  const head = Array.from({ length: columns }, (_, at) => `<th scope="col">+${at + 1}</th>`).join('');
  const rows = cohorts.map(({ month, customers, later }) => {
    const cells = Array.from(
      { length: columns },
      (_, at) => `<td>${later[at] ? (100 * later[at].share).toFixed(1) : ''}</td>`,
    );
    return `<tr><th scope="row">${month}</th><td>${count(customers)}</td>${cells.join('')}</tr>`;
  });
  return table(
    'Per cent of each cohort that bought in the months after the first one',
    `<th scope="col">First purchase</th><th scope="col">Customers</th>${head}`,
    rows,
  );
}

/** @param {import('./figures.js').Report} report */
function stageTable({ stages }) {
  const total = stages.reduce((sum, { customers }) => sum + customers, 0);
  const rows = stages.map(
    ({ stage, customers }) =>
      `<tr><th scope="row">${stage}</th><td>${count(customers)}</td><td>${percent(customers / total)}</td></tr>`,
  );
  return table(
    'Customers by stage',
    '<th scope="col">Stage</th><th scope="col">Customers</th><th scope="col">Share</th>',
    rows,
  );
}

/**
 * A table that scrolls by itself where it is wider than the page, with the keyboard too.
 *
 * @param {string} caption
 * @param {string} head
 * @param {readonly string[]} rows
 */
function table(caption, head, rows) {
  return `<div class="scrolls" role="region" aria-label="${caption}" tabindex="0">
<table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>`;
}

/** @param {number} value */
function count(value) {
  return value.toLocaleString('en-US');
}

/** @param {number | null} share */
function percent(share) {
  return share === null ? 'none' : `${(100 * share).toFixed(1)} %`;
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

module.exports = { pageOf };
