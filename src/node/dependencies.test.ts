import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly optional?: boolean;
  readonly link?: boolean;
}

const root = new URL('../../', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, root), 'utf8'));
const manifest = read('package.json') as {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };

/** What may be bundled into what others get. */
const permissive = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unlicense'];
/** What may be used besides, to build and to test. */
const forTools = ['MIT OR Apache-2.0', '(MIT OR CC0-1.0)', 'BlueOak-1.0.0', 'CC-BY-4.0', 'MPL-2.0'];
/** The official SDKs, which ours are compared with: never bundled, never given on. */
const compared = /^node_modules\/@orga-ai\/(?:core|node|react)$/;

test('every dependency has an exact version, and none comes with the package', () => {
  expect(manifest.dependencies ?? {}).toEqual({});
  for (const [name, version] of Object.entries(manifest.devDependencies)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
  }
});

test('the licence of every dependency is one that we know and accept', () => {
  const others = Object.entries(packages).flatMap(([path, { license, optional, link }]) => {
    // Binaries for other platforms: their package, which is here, says it.
    if (path === '' || link === true || (license === undefined && optional === true)) return [];
    if (compared.test(path) || [...permissive, ...forTools].includes(license ?? '')) return [];
    return [`${path}: ${license ?? 'no licence named'}`];
  });
  expect(others).toEqual([]);
});

test('`npm run sbom` prints a software bill of materials, without asking a registry', () => {
  const printed = execFileSync('npm', ['run', '--silent', 'sbom', '--offline'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 25,
    shell: process.platform === 'win32',
  });
  const bill = JSON.parse(printed) as { bomFormat: string; components: readonly { name: string }[] };
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(bill.components.map(({ name }) => name)).toContain('preact');
});
