import { expect, test } from 'vitest';
import { readPage, redirectTarget } from './page.ts';

test('the simulated page is found under any base path', () => {
  const page = readPage(new URL('http://localhost:4173/tools/debugger/simulated/?scenario=healthy#x'));
  expect(page.kind).toBe('simulated');
  expect(page.root.href).toBe('http://localhost:4173/tools/debugger/');
  expect(page.url.href).toBe('http://localhost:4173/tools/debugger/simulated/');
});

test('a file name in the path makes no difference', () => {
  expect(readPage(new URL('http://localhost/simulated/index.html')).root.href).toBe('http://localhost/');
  expect(readPage(new URL('http://localhost/a/index.html')).kind).toBe('live');
});

test('the root leads to the simulated page and keeps the query', () => {
  expect(redirectTarget(new URL('http://localhost/a/?scenario=healthy&run=all'))).toBe(
    'http://localhost/a/simulated/?scenario=healthy&run=all',
  );
});

test('a watched page is at home where a live one is', () => {
  expect(readPage(new URL('http://localhost/a/?target=watched')).kind).toBe('watched');
  expect(redirectTarget(new URL('http://localhost/a/?target=watched'))).toBeUndefined();
  expect(redirectTarget(new URL('http://localhost/a/simulated/?target=watched'))).toBe(
    'http://localhost/a/?target=watched',
  );
});

test('the live target stays at the root and is sent there from the simulated page', () => {
  expect(redirectTarget(new URL('http://localhost/a/?target=live'))).toBeUndefined();
  expect(redirectTarget(new URL('http://localhost/a/simulated/?target=live'))).toBe(
    'http://localhost/a/?target=live',
  );
  expect(redirectTarget(new URL('http://localhost/a/simulated/'))).toBeUndefined();
});

test('a path that begins with two slashes leads to no other host', () => {
  const page = readPage(new URL('https://a.test//evil.test/'));
  expect(page.root.href).toBe('https://a.test//evil.test/');
  expect(page.url.href).toBe('https://a.test//evil.test/');
  expect(redirectTarget(new URL('https://a.test//evil.test/?run=all'))).toBe(
    'https://a.test//evil.test/simulated/?run=all',
  );
});

test('the simulated page is known without its slash, with a query or without', () => {
  expect(readPage(new URL('http://localhost/a/simulated')).root.href).toBe('http://localhost/a/');
  expect(readPage(new URL('http://localhost/a/simulated?run=all')).url.href).toBe(
    'http://localhost/a/simulated/',
  );
});
