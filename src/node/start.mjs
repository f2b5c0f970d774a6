// `npm start`: from nothing but Node and npm to the app in a browser.
import { ensureBuilt } from './appBuild.mjs';
import { ensureInstalled } from './install.mjs';
import { serve } from './serve.mjs';

try {
  ensureInstalled();
  ensureBuilt();
  await serve(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
