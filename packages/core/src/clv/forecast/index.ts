export type { CustomerColumn, CustomerFigure } from './customerColumn.js';
export { type FigureOf, type Forecast, type ForecastBasis, forecast } from './forecast.js';
