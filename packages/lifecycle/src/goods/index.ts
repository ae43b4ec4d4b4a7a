export {
  GOODS_GRACE_DAYS,
  type GoodsInUse,
  type GoodsOutlook,
  goodsInUseSchema,
  goodsOutlook,
} from './goodsInUse.js';
export { type GoodsOptions, goodsOf } from './goodsOf.js';
