// Lighthouse on the built app, as one check of `npm run bench`: performance, accessibility and best practices, of 100.
import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';
import { projectRoot } from './install.mjs';

/** The last major for Node 20. It brings 150 packages, so it is fetched when it is wanted, and not with every install. */
const lighthouse = 'lighthouse@12.8.2';
const least = 98;

const server = spawn(process.execPath, ['src/node/serve.mjs', '--port', '0'], { cwd: projectRoot });
/** @type {string} */
const app = await new Promise((resolve, reject) => {
  server.stdout.on('data', (chunk) => resolve(/http:\S+/.exec(String(chunk))?.[0] ?? ''));
  server.on('exit', () => reject(new Error('The app is not built yet: run `npm run build`.')));
});

try {
  // The page that / leads to, and a live one.
  for (const path of ['simulated/', '?target=live']) await judge(path);
} finally {
  server.kill();
}

/** @param {string} path of the app */
async function judge(path) {
  const { categories } = await measure(app + path);
  for (const [name, { score }] of Object.entries(categories)) {
    const points = Math.round(score * 100);
    const figure = { name: `Lighthouse, ${name}, /${path}`, value: points, unit: 'points', least };
    mkdirSync(`${projectRoot}/.cache`, { recursive: true });
    appendFileSync(`${projectRoot}/.cache/bench.ndjson`, `${JSON.stringify(figure)}\n`);
    console.log(`${name}, /${path}: ${points}`);
    if (points < least) process.exitCode = 1;
  }
}

/**
 * @param {string} url
 * @returns {Promise<{ categories: Record<string, { score: number }> }>}
 */
async function measure(url) {
  const child = spawn(
    'npx',
    [
      '--yes',
      lighthouse,
      url,
      '--quiet',
      '--preset=desktop',
      '--output=json',
      '--only-categories=performance,accessibility,best-practices',
      `--chrome-flags=--headless=new${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`,
    ],
    { env: { ...process.env, CHROME_PATH: ensureBrowser().path }, shell: process.platform === 'win32' },
  );
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  child.stderr.pipe(process.stderr);
  /** @type {unknown} */
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`Lighthouse could not measure ${url}: it ended with ${String(status)}.`);
  return /** @type {{ categories: Record<string, { score: number }> }} */ (JSON.parse(output));
}
