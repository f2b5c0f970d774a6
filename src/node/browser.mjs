import { createRequire } from 'node:module';
import { aptInstall, rootPrefix } from './apt.mjs';
import { namedProgram, pathsOf, starts, thisMachine } from './machine.mjs';

/** @typedef {import('./machine.mjs').Machine} Machine */
/** @typedef {import('./machine.mjs').Program} Program */

const variable = 'PLAYWRIGHT_CHROMIUM_EXECUTABLE';

/**
 * A Chromium that is there already and starts: the one named in the environment, Playwright's own, the system's.
 * Throws when the one named in the environment does not start.
 * @param {Machine} [machine]
 * @param {string} [own] where Playwright would have put it
 * @returns {Program | undefined}
 */
export function findBrowser(machine = thisMachine, own = playwrightsOwn()) {
  const named = namedProgram(machine, variable);
  if (named !== undefined) return named;
  if (starts(machine, own)) return { path: own, origin: "Playwright's own" };
  const system = systemPaths(machine).find((path) => starts(machine, path));
  return system === undefined ? undefined : { path: system, origin: "the system's" };
}

/**
 * A Chromium, installed where there is none. Throws one message when nothing works.
 * @param {Machine} [machine]
 * @param {string} [own]
 * @returns {Program}
 */
export function ensureBrowser(machine = thisMachine, own = playwrightsOwn()) {
  const found = findBrowser(machine, own);
  if (found !== undefined) return found;
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const install = (/** @type {readonly string[]} */ ...options) => {
    machine.say(`No Chromium found: playwright install ${[...options, 'chromium'].join(' ')} …`);
    machine.run(process.execPath, [cli, 'install', ...options, 'chromium']);
  };
  const attempts = [
    // With its libraries it would ask for a password where it may not have root's.
    () => rootPrefix(machine) !== undefined && install('--with-deps'),
    () => install(),
    () => aptInstall(machine, 'chromium'),
  ];
  for (const attempt of attempts) {
    attempt();
    const installed = findBrowser(machine, own);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The end-to-end tests need Chromium, and neither Playwright nor apt-get could install it. ' +
      `Install one and name it: ${variable}=/path/to/chromium npm test`,
  );
}

function playwrightsOwn() {
  const require = createRequire(import.meta.url);
  const playwright = /** @type {typeof import('@playwright/test')} */ (require('@playwright/test'));
  return playwright.chromium.executablePath();
}

/** @param {Machine} machine */
function systemPaths(machine) {
  return [
    ...pathsOf(machine, ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
}
