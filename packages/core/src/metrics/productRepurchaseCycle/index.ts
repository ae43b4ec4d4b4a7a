export {
  type ProductRepurchaseCycleBasis,
  type ProductRepurchaseCycleOptions,
  productRepurchaseCycle,
  productRepurchaseCycles,
} from './productRepurchaseCycle.js';
