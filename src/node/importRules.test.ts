import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const homes = {
  core: 'src/core/a/planted',
  browser: 'src/browser/a/planted',
  state: 'src/state/planted',
  ui: 'src/ui/a/planted',
  node: 'src/node/planted',
  mocks: 'mocks/a/planted',
  e2e: 'e2e/planted',
} as const;
type Folder = keyof typeof homes;

/** The table of src/README.md, typed again by hand. */
const allowedFolders: Record<Folder, readonly Folder[]> = {
  core: ['core'],
  browser: ['core', 'browser'],
  state: ['core', 'state'],
  ui: ['core', 'state', 'ui'],
  node: ['core', 'node'],
  mocks: ['core', 'mocks'],
  e2e: ['core', 'mocks', 'e2e'],
};
const packages = ['preact', '@preact/signals', 'msw', 'msw/browser', 'node:fs', '@playwright/test'];
const allowedPackages: Record<Folder, readonly string[]> = {
  core: [],
  browser: [],
  state: ['@preact/signals'],
  ui: ['preact', '@preact/signals'],
  node: ['node:fs'],
  mocks: ['msw', 'msw/browser'],
  e2e: packages,
};
const folders = Object.keys(homes).filter((name): name is Folder => name in homes);
const pairs = folders.flatMap((from) =>
  [...folders, ...packages].map((to) => ({
    from,
    to,
    isAllowed: [...allowedFolders[from], ...allowedPackages[from]].includes(to),
  })),
);
const words: readonly (readonly [Folder, string])[] = [
  ['core', 'Date.now()'],
  ['core', 'Math.random()'],
  ['core', 'document.title'],
  ['core', 'fetch("/")'],
  ['state', 'document.title'],
  ['state', 'localStorage.length'],
  ['ui', 'fetch("/")'],
  ['ui', 'new RTCPeerConnection()'],
];

let scratch = '';
/** file → the rules that it broke */
const broken = new Map<string, string[]>();

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'import-rules-'));
  const { options: _, ...config } = JSON.parse(readFileSync(`${root}.oxlintrc.json`, 'utf8')) as {
    options: unknown;
  };
  plant('.oxlintrc.json', JSON.stringify(config));
  for (const { from, to } of pairs) {
    const target = specifier(from, to);
    plant(plantedFile(from, to, 'static'), `import { x } from '${target}';\nexport const y = x;\n`);
    plant(plantedFile(from, to, 'type'), `import type { X } from '${target}';\nexport type Y = X;\n`);
    plant(plantedFile(from, to, 'export'), `export { x } from '${target}';\n`);
    plant(plantedFile(from, to, 'dynamic'), `export const x = await import('${target}');\n`);
  }
  for (const [index, [from, code]] of words.entries())
    plant(wordFile(from, index), `export const x = ${code};\n`);
  plant('src/core/one.ts', `import { two } from './two.ts';\nexport const one = (): number => two;\n`);
  plant('src/core/two.ts', `import { one } from './one.ts';\nexport const two: number = one();\n`);
  for (const { file, rule } of lint()) broken.set(file, [...(broken.get(file) ?? []), rule]);
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test.each(pairs.filter(({ isAllowed }) => !isAllowed))(
  '$from must not import $to, in no way',
  ({ from, to }) => {
    for (const way of ['static', 'type', 'export', 'dynamic']) {
      expect(broken.get(plantedFile(from, to, way)), way).toContain('eslint(no-restricted-imports)');
    }
  },
);

test.each(pairs.filter(({ isAllowed }) => isAllowed))('$from may import $to', ({ from, to }) => {
  expect(broken.get(plantedFile(from, to, 'static')) ?? []).not.toContain('eslint(no-restricted-imports)');
});

test.each(words.map(([from, code], index) => ({ from, code, index })))(
  '$from must not say $code',
  ({ from, index }) => {
    expect(broken.get(wordFile(from, index))?.join()).toMatch(/no-restricted-(globals|properties)/);
  },
);

test('modules must not import each other in a circle', () => {
  expect(broken.get('src/core/one.ts')).toContain('import(no-cycle)');
});

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(scratch, file)), { recursive: true });
  writeFileSync(join(scratch, file), text);
}

function plantedFile(from: Folder, to: string, way: string): string {
  return `${homes[from]}-${to.replaceAll(/[@:/]/g, '-')}-${way}.ts`;
}

function wordFile(from: Folder, index: number): string {
  return `${homes[from]}-word-${index}.ts`;
}

function specifier(from: Folder, to: string): string {
  const up = '../'.repeat(homes[from].split('/').length - 1);
  const home = folders.find((folder) => folder === to);
  if (home === undefined) return to;
  // As it is written inside of src: without the name of src itself.
  const path = `${dirname(homes[home])}/target.ts`;
  return homes[from].startsWith('src/') && path.startsWith('src/')
    ? `${up}${path}`.replace('../src/', '')
    : `${up}${path}`;
}

function lint(): { file: string; rule: string }[] {
  let output: string;
  try {
    output = execFileSync(`${root}node_modules/.bin/oxlint`, ['--format=json'], {
      cwd: scratch,
      encoding: 'utf8',
    });
  } catch (error) {
    // It exits with 1 because it found something.
    output = (error as { stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(output) as { diagnostics: { filename: string; code: string }[] };
  return diagnostics.map(({ filename, code }) => ({ file: filename, rule: code }));
}
