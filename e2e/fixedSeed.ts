import * as fc from 'fast-check';

// A change must not fail by chance of what another one broke: `npm test` tries the same examples every time, and
// `npm run test:long` (the project without this file) fresh ones, whose failures print their seed.
fc.configureGlobal({ seed: 20_261_122 });
