// Before the tests of packed packages: packs them, once for all files of tests.
export { packPackages as setup } from '../tools/pack.mjs';
