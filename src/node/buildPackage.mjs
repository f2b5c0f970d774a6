// Builds what others import: `dist/package`, plain ES modules without dependencies, and their types.
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { build } from 'vite';
import { projectRoot } from './install.mjs';
import { thirdPartyLicences } from './thirdPartyLicences.mjs';

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
        'explain-bin': 'src/node/explainBin.mjs',
        playwright: 'mocks/node/playwright.ts',
      },
      output: { chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
for (const bin of ['simulator-bin', 'explain-bin']) chmodSync(`${projectRoot}/dist/package/${bin}.js`, 0o755);

const tsc = `${projectRoot}/node_modules/typescript/bin/tsc`;
for (const project of ['src/core/tsconfig.package.json', 'src/browser/tsconfig.package.json']) {
  const types = spawnSync(process.execPath, [tsc, '--project', project], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  if (types.status !== 0) process.exitCode = types.status ?? 1;
}
