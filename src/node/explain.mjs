// `npm run explain -- FILE`: from nothing but Node and npm, what a recording, HAR or dump shows.
import { pathToFileURL } from 'node:url';
import { ensurePackageBuilt } from './appBuild.mjs';
import { ensureInstalled, projectRoot } from './install.mjs';

try {
  ensureInstalled();
  ensurePackageBuilt();
  await import(pathToFileURL(`${projectRoot}/dist/package/explain-bin.js`).href);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
