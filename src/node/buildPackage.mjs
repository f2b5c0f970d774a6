// Builds what others import: `dist/package`, plain ES modules without dependencies, and their types.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { build } from 'vite';
import { projectRoot } from './install.mjs';

await build({
  configFile: false,
  root: projectRoot,
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir: 'dist/package',
    emptyOutDir: true,
    target: 'es2023',
    minify: false,
    lib: {
      entry: { index: 'src/core/index.ts', scenarios: 'mocks/scenarios/index.ts' },
      formats: ['es'],
    },
  },
});

// What runs in Node carries the peer of the far end inside, so that the package needs no other.
await build({
  configFile: false,
  root: projectRoot,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external: ['@playwright/test'] },
  plugins: [thirdPartyLicences()],
  build: {
    ssr: true,
    outDir: 'dist/package',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: {
        simulator: 'mocks/node/index.ts',
        'simulator-bin': 'mocks/node/bin.ts',
        playwright: 'mocks/node/playwright.ts',
      },
      output: { chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
chmodSync(`${projectRoot}/dist/package/simulator-bin.js`, 0o755);

const tsc = `${projectRoot}/node_modules/typescript/bin/tsc`;
const types = spawnSync(process.execPath, [tsc, '--project', 'src/core/tsconfig.package.json'], {
  cwd: projectRoot,
  stdio: 'inherit',
});
process.exitCode = types.status ?? 1;

/**
 * What is bundled from others keeps its licence beside it.
 * @returns {import('vite').Plugin}
 */
function thirdPartyLicences() {
  return {
    name: 'third-party-licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      const packages = new Set(modules.flatMap((id) => packageOf(id.replaceAll('\\', '/')) ?? []));
      const source = [...packages].toSorted().map(licenceOf).join('\n');
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source });
    },
  };
}

/**
 * The folder of the package that a module belongs to: some carry folders named node_modules of their own.
 * @param {string} id
 */
function packageOf(id) {
  const folders = [...id.matchAll(/\/node_modules\/(?:@[^/]+\/)?[^/]+/g)].map(({ index, 0: { length } }) =>
    id.slice(0, index + length).replace('\0', ''),
  );
  return folders.findLast((folder) => existsSync(`${folder}/package.json`));
}

/** @param {string} folder */
function licenceOf(folder) {
  const { name, version, license } = /** @type {{ name: string, version: string, license: string }} */ (
    JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  );
  const file = existsSync(folder) && readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(`${folder}/${file}`, 'utf8') : `Licence: ${license}\n`;
  return `──── ${name} ${version} (${license}) ────\n${text}`;
}
