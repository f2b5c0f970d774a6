import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled, type Lockfile, missingFrom } from './install.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function lock(packages: object): void {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }));
}

function installed(packages: object): void {
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

test('without node_modules nothing is installed', () => {
  lock({});
  expect(isInstalled(root)).toBe(false);
});

test('the versions of the lockfile are what is wanted', () => {
  lock({ 'node_modules/a': { version: '1.0.0' } });
  installed({ 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(true);
});

test('another version is not installed', () => {
  lock({ 'node_modules/a': { version: '1.0.1' } });
  installed({ 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(false);
});

test('an absent package is not installed', () => {
  lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } });
  installed({ 'node_modules/a': { version: '1.0.0' } });
  expect(isInstalled(root)).toBe(false);
});

test('an optional package of another platform may be absent', () => {
  lock({ 'node_modules/a-darwin': { version: '1.0.0', optional: true } });
  installed({});
  expect(isInstalled(root)).toBe(true);
});

test('the lockfile names the packages of every platform (npm run lockfile)', () => {
  const ours = JSON.parse(
    readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
  ) as Lockfile;
  expect(missingFrom(ours)).toEqual([]);
});

test('a package that is wanted only elsewhere is missed in the lockfile', () => {
  const packages = { 'node_modules/a': { optionalDependencies: { 'a-darwin-arm64': '1.0.0' } } };
  expect(missingFrom({ packages })).toEqual([{ name: 'a-darwin-arm64', version: '1.0.0' }]);
});
