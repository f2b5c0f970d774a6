// `npm run worker`: MSW's worker script lies in the simulated page's own path; a unit test asserts that it is MSW's.
import { copyFileSync } from 'node:fs';
import { projectRoot } from './install.mjs';

copyFileSync(
  `${projectRoot}/node_modules/msw/lib/mockServiceWorker.js`,
  `${projectRoot}/public/simulated/mockServiceWorker.js`,
);
