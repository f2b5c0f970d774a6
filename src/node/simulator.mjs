// `npm run simulator`: from nothing but Node and npm, the simulated service and backend as a real server.
import { pathToFileURL } from 'node:url';
import { ensurePackageBuilt } from './appBuild.mjs';
import { ensureInstalled, projectRoot } from './install.mjs';

try {
  ensureInstalled();
  ensurePackageBuilt();
  await import(pathToFileURL(`${projectRoot}/dist/package/simulator-bin.js`).href);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
