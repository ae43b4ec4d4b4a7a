export {
  type RelatedProduct,
  type RelatedProductsBasis,
  type RelatedProductsOptions,
  relatedProducts,
} from './relatedProducts.js';
