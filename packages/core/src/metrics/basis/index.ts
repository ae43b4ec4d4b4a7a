export {
  type CountBasis,
  type Metric,
  type MetricBasis,
  metricBasis,
  type RatioBasis,
  ratioMetric,
} from './basis.js';
