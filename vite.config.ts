import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { thirdPartyLicences } from './src/node/thirdPartyLicences.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What the built page may do. On a simulated page the app narrows `connect-src` further at run time. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' blob: mediastream:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** Puts the policy first in the head, so that it governs everything after it. Vite's dev server cannot live under it. */
function strictPolicy(): Plugin {
  return {
    name: 'strict-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

/**
 * The simulated page is the same page one level deeper: its path is the worker's scope, so that no worker ever
 * stands between a live page and the network. The dev server answers `/simulated/` with index.html by itself.
 */
function simulatedPage(): Plugin {
  return {
    name: 'simulated-page',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('index.html was not built');
      const source = String(page.source).replaceAll(/(?<= (?:src|href)=")\.\//g, '../');
      this.emitFile({ type: 'asset', fileName: 'simulated/index.html', source });
    },
  };
}

/**
 * The probe, for other people's pages: one file without dependencies, as a classic script and as a module. Their own
 * bundler is not asked for anything, so it is built by itself.
 */
function probe(): Plugin {
  return {
    name: 'probe',
    apply: 'build',
    async generateBundle() {
      for (const [entry, format, fileName] of [
        ['probeScript', 'iife', 'probe.js'],
        ['probe', 'es', 'probe.mjs'],
      ] as const) {
        const built = await build({
          configFile: false,
          root,
          logLevel: 'warn',
          publicDir: false,
          build: {
            write: false,
            target: 'es2022',
            lib: {
              entry: `${root}src/browser/probe/${entry}.ts`,
              formats: [format],
              name: 'sessionProbeScript',
            },
          },
        });
        const outputs = Array.isArray(built) ? built : [built];
        for (const one of outputs) {
          if (!('output' in one)) continue;
          this.emitFile({ type: 'asset', fileName, source: one.output[0].code });
        }
      }
    },
  };
}

/** The package is built into the same folder, and a simulator that runs from there loads parts of it later. */
function emptyAllButPackage(): Plugin {
  return {
    name: 'empty-all-but-package',
    apply: 'build',
    buildStart() {
      if (!existsSync(`${root}dist`)) return;
      for (const name of readdirSync(`${root}dist`)) {
        if (name !== 'package') rmSync(`${root}dist/${name}`, { recursive: true });
      }
    },
  };
}

/**
 * Which style wins is a matter of layers, and the first sheet that names them orders them: so each sheet does, whichever
 * comes first.
 */
function layerOrder(): Plugin {
  const order = '@layer tokens,base,kit,panel;';
  return {
    name: 'layer-order',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === 'asset' && part.fileName.endsWith('.css'))
          part.source = order + String(part.source);
      }
    },
  };
}

/** Leaves what was bundled where in `.cache/bundle.json`, for the size check. */
function bundleReport(): Plugin {
  return {
    name: 'bundle-report',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle)
        .filter((part) => part.type === 'chunk')
        .map(({ fileName, isEntry, imports, dynamicImports, moduleIds }) => ({
          fileName,
          isEntry,
          imports,
          dynamicImports,
          modules: moduleIds.map((id) => relative(root, id)),
        }));
      mkdirSync(`${root}.cache`, { recursive: true });
      writeFileSync(`${root}.cache/bundle.json`, JSON.stringify(chunks, undefined, 2));
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [
    strictPolicy(),
    layerOrder(),
    simulatedPage(),
    bundleReport(),
    probe(),
    thirdPartyLicences(),
    emptyAllButPackage(),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // MSW's cookie store is three quarters of its weight, of no use here, and needs localStorage to load at all.
  resolve: {
    alias: [{ find: /^(?:\.\.?\/)+cookieStore\.mjs$/, replacement: `${root}mocks/cookieStoreStub.ts` }],
  },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    // An inlined asset would be a data: URL, which the policy admits for pictures only.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,mocks}/**/*.test.{ts,tsx}', 'e2e/*.test.ts'],
          exclude: ['src/core/**', '**/*.long.test.ts'],
          setupFiles: ['e2e/fixedSeed.ts'],
          // Some try hundreds of examples; a busy machine is no failure.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'core',
          include: ['src/core/**/*.test.ts'],
          exclude: ['**/*.long.test.ts'],
          setupFiles: ['e2e/fixedSeed.ts'],
          testTimeout: 60_000,
          // Core is pure: to load it anew for each of some three hundred files cost two thirds of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['{src,mocks}/**/*.long.test.ts', 'src/**/*.property.test.ts'],
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: { name: 'packaging', include: ['e2e/packaging/*.test.ts'], testTimeout: 120_000 },
      },
    ],
  },
});
