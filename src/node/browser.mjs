import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { projectRoot } from './install.mjs';

/** @typedef {{ path: string, origin: string }} Browser `origin` says in words where it was found */

/**
 * A Chromium that is there already and starts: the one named in the environment, Playwright's own, the system's.
 * Throws when the one named in the environment does not start.
 * @returns {Browser | undefined}
 */
export function findBrowser() {
  const named = process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE'];
  if (named !== undefined && named !== '') {
    if (starts(named)) return { path: named, origin: 'PLAYWRIGHT_CHROMIUM_EXECUTABLE' };
    throw new Error(`PLAYWRIGHT_CHROMIUM_EXECUTABLE is ${named}, which does not start.`);
  }
  const own = playwrightsOwn();
  if (starts(own)) return { path: own, origin: "Playwright's own" };
  const system = systemPaths().find(starts);
  return system === undefined ? undefined : { path: system, origin: "the system's" };
}

/**
 * A Chromium, installed where there is none. Throws one message when nothing works.
 * @returns {Browser}
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const attempts = [
    [process.execPath, cli, 'install', '--with-deps', 'chromium'],
    [process.execPath, cli, 'install', 'chromium'],
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', 'chromium'],
  ];
  for (const [command = '', ...args] of attempts) {
    console.log(`No Chromium found: ${[command, ...args].join(' ')} …`);
    spawnSync(command, args, { cwd: projectRoot, stdio: 'inherit', timeout: 300_000 });
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The end-to-end tests need Chromium, and neither Playwright nor apt-get could install it. ' +
      'Install one and name it: PLAYWRIGHT_CHROMIUM_EXECUTABLE=/path/to/chromium npm test',
  );
}

function playwrightsOwn() {
  const require = createRequire(import.meta.url);
  const playwright = /** @type {typeof import('@playwright/test')} */ (require('@playwright/test'));
  return playwright.chromium.executablePath();
}

function systemPaths() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
}

/**
 * A browser without its shared libraries is no browser. On Windows `--version` would open a window.
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false;
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}
