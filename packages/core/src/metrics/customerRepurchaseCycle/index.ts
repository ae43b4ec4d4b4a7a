export {
  type CustomerCycle,
  type CustomerCycleBasis,
  customerRepurchaseCycle,
} from './customerRepurchaseCycle.js';
