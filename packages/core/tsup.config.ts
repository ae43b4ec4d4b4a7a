import { defineConfig } from 'tsup';
import { library } from '../../tsup.base.js';

export default defineConfig({
  ...library,
  entry: {
    index: 'src/index.ts',
    foundation: 'src/foundation/index.ts',
    china: 'src/china/index.ts',
    clv: 'src/clv/index.ts',
  },
});
