// `npm run lockfile`, after every change of a dependency. Where a registry lacks the binary packages of other
// platforms, npm leaves them out of package-lock.json, and `npm ci` then refuses it everywhere. Their versions are
// exact in what wants them, so the entries can be written without asking anybody.
import { readFileSync, writeFileSync } from 'node:fs';
import { missingFrom, projectRoot } from './install.mjs';

const systems = ['darwin', 'win32', 'linux', 'android', 'freebsd', 'openharmony'];
/** @type {readonly (readonly [RegExp, string])[]} */
const processors = [
  [/arm64/, 'arm64'],
  [/x64/, 'x64'],
  [/ia32/, 'ia32'],
  [/ppc64/, 'ppc64'],
  [/riscv64/, 'riscv64'],
  [/s390x/, 's390x'],
  [/wasm32/, 'wasm32'],
  [/arm/, 'arm'],
];

const file = `${projectRoot}/package-lock.json`;
const lock = /** @type {import('./install.mjs').Lockfile} */ (JSON.parse(readFileSync(file, 'utf8')));
for (const { name, version } of missingFrom(lock)) {
  const os = systems.find((system) => name.includes(system));
  const cpu = processors.find(([pattern]) => pattern.test(name))?.[1];
  // Without these two npm would look for it on every platform.
  if (os === undefined || cpu === undefined) throw new Error(`Of which platform is ${name}?`);
  const libc = name.includes('musl') ? { libc: ['musl'] } : {};
  lock.packages[`node_modules/${name}`] = {
    version,
    cpu: [cpu],
    dev: true,
    ...libc,
    optional: true,
    os: [os],
  };
}
const sorted = Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, undefined, 2)}\n`);
