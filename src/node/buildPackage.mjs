// Builds what others import: `dist/package`, plain ES modules without dependencies, and their types.
import { spawnSync } from 'node:child_process';
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

const tsc = `${projectRoot}/node_modules/typescript/bin/tsc`;
const types = spawnSync(process.execPath, [tsc, '--project', 'src/core/tsconfig.package.json'], {
  cwd: projectRoot,
  stdio: 'inherit',
});
process.exitCode = types.status ?? 1;
