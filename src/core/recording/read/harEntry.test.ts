import { expect, test } from 'vitest';
import { pageOf, readHarEntry, writerOf } from './harEntry.ts';

const began = Date.parse('2026-11-22T12:00:00Z');
const least = { startedDateTime: '2026-11-22T12:00:00Z', request: { url: 'https://app.example' } };

const whole = {
  startedDateTime: '2026-11-22T12:00:00.250Z',
  time: 60,
  timings: { send: 1, wait: 49, receive: 10 },
  request: {
    method: 'post',
    url: 'HTTPS://API.Example:8443/v1/Calls?mode=a#b',
    headers: [
      { name: ':authority', value: 'api.example' },
      { name: 'Accept', value: 'a' },
      { name: 'accept', value: 'b' },
      { name: 'Cookie', value: 'sid=1' },
      { name: 'Proxy-Authorization', value: 'Basic x' },
      { name: '', value: 'x' },
      { name: 'x-number', value: 7 },
      { value: 'nameless' },
      null,
    ],
    postData: { mimeType: 'application/json', text: '{"a":1}' },
  },
  response: {
    status: 302.9,
    statusText: 'Found',
    headers: [
      { name: 'Content-Type', value: 'text/html' },
      { name: 'Set-Cookie', value: 'sid=1' },
      { name: 'set-cookie2', value: 'sid=1' },
    ],
    content: { size: 9, mimeType: 'text/plain', text: '<p>' },
    redirectURL: '/login',
    _error: 'net::ERR_X',
  },
};

test('a request is read with its reply', () => {
  expect(readHarEntry(whole)).toEqual({
    at: began + 250,
    method: 'POST',
    url: 'HTTPS://API.Example:8443/v1/Calls?mode=a#b',
    path: '/v1/Calls',
    origin: 'https://api.example:8443',
    headers: { accept: 'a, b', cookie: '[left out]', 'proxy-authorization': '[left out]' },
    body: '{"a":1}',
    status: 302,
    statusText: 'Found',
    responseHeaders: { 'content-type': 'text/html', 'set-cookie': '[left out]', 'set-cookie2': '[left out]' },
    contentType: 'text/html',
    responseBody: '<p>',
    responseBytes: 9,
    redirectTo: '/login',
    headersAfter: 50,
    took: 60,
    error: 'net::ERR_X',
  });
});

test('what an entry does not say is nothing', () => {
  expect(readHarEntry(least)).toEqual({
    at: began,
    method: 'GET',
    url: 'https://app.example',
    path: '',
    origin: 'https://app.example',
    headers: {},
    body: undefined,
    status: 0,
    statusText: '',
    responseHeaders: {},
    contentType: undefined,
    responseBody: undefined,
    responseBytes: 0,
    redirectTo: undefined,
    headersAfter: 0,
    took: 0,
    error: undefined,
  });
});

test('times and numbers below nothing are nothing', () => {
  const response = { status: -1, redirectURL: '', content: { size: -1, mimeType: 'text/plain' } };
  const read = (time: number, receive: number) =>
    readHarEntry({ ...least, time, timings: { receive }, response });
  expect(read(-5, -1)).toMatchObject({
    took: 0,
    headersAfter: 0,
    status: 0,
    responseBytes: 0,
    redirectTo: undefined,
    contentType: 'text/plain',
  });
  expect(read(5, 9)).toMatchObject({ took: 5, headersAfter: 0 });
  expect(read(5, -1)).toMatchObject({ took: 5, headersAfter: 5 });
});

test('a request without TLS is one as well', () => {
  expect(readHarEntry({ ...least, request: { url: 'http://App.example/a' } })).toMatchObject({
    origin: 'http://app.example',
    path: '/a',
  });
});

test.each([
  [null],
  [{ ...least, startedDateTime: 'yesterday' }],
  [{ ...least, startedDateTime: began }],
  [{ request: least.request }],
  [{ startedDateTime: least.startedDateTime }],
  [{ ...least, request: { url: 'wss://app.example/' } }],
  [{ ...least, request: { url: 'see https://app.example/' } }],
  [{ ...least, request: { url: 'https:///x' } }],
  [{ ...least, _resourceType: 'websocket' }],
])('%j is no HTTP request', (entry) => {
  expect(readHarEntry(entry)).toBeUndefined();
});

test('the error is where the browser or the proxy wrote it', () => {
  const errorOf = (entry: object, response: object) => readHarEntry({ ...least, ...entry, response })?.error;
  expect(errorOf({ _error: 'b' }, { _error: '', _errorMessage: 'c' })).toBe('b');
  expect(errorOf({ _error: 'b' }, { _error: 'a', _errorMessage: 'c' })).toBe('a');
  expect(errorOf({}, { _errorMessage: 'c' })).toBe('c');
  expect(errorOf({ _error: 7 }, {})).toBeUndefined();
});

test('of endless headers two hundred are read', () => {
  const headers = Array.from({ length: 201 }, (_, index) => ({ name: `h${index}`, value: 'x' }));
  const read = readHarEntry({ ...least, request: { ...least.request, headers } });
  expect(Object.keys(read?.headers ?? {})).toHaveLength(200);
});

test('headers that are there twice stay within their limit', () => {
  const headers = ['a', 'b'].map((letter) => ({ name: 'x', value: letter.repeat(5_000) }));
  const read = readHarEntry({ ...least, request: { ...least.request, headers } });
  expect(read?.headers['x']).toBe(`${'a'.repeat(5_000)}, ${'b'.repeat(2_998)}`);
});

const base64 = (text: string) => Buffer.from(text).toString('base64');

test.each<[object, string | undefined]>([
  [{ size: 0 }, ''],
  [{ size: 5 }, undefined],
  [{ text: 'as it is', mimeType: 'image/png' }, 'as it is'],
  [{ text: base64('{"a":"é"}'), encoding: 'base64' }, '{"a":"é"}'],
  [{ text: base64('{"a":1}').replace(/(.{4})/g, '$1\r\n '), encoding: 'base64' }, '{"a":1}'],
  [{ text: base64('plain'), encoding: 'base64', mimeType: 'text/x-image/png' }, 'plain'],
  [{ text: base64('a\u0000b'), encoding: 'base64' }, undefined],
  [{ text: '%', encoding: 'base64' }, undefined],
  [{ text: base64('x'.repeat(393_217)), encoding: 'base64' }, undefined],
  ...[
    'image/png',
    'video/mp4',
    'audio/ogg',
    'font/woff',
    'text/javascript',
    'text/css',
    'application/wasm',
  ].map(
    (mimeType) => [{ text: base64('x'), encoding: 'base64', mimeType }, undefined] as [object, undefined],
  ),
])('the body of %j is read, or cannot be', (content, body) => {
  expect(readHarEntry({ ...least, response: { content } })?.responseBody).toBe(body);
});

test('the page is the first one, where its title is its address', () => {
  expect(pageOf({ pages: [{ title: 'https://app.example/' }, { title: 'https://b.example/' }] })).toBe(
    'https://app.example/',
  );
  expect(pageOf({ pages: [{ title: 'http://app.example/' }] })).toBe('http://app.example/');
  for (const log of [
    {},
    { pages: [] },
    { pages: [{ title: 'My page' }] },
    { pages: [{ title: 'see https://x' }] },
  ])
    expect(pageOf(log)).toBe('');
});

test('who wrote the file is named as far as it says', () => {
  const creator = { name: 'WebInspector', version: '537.36' };
  expect(writerOf({ creator, browser: { name: 'Firefox', version: '140' } })).toEqual({
    product: 'WebInspector 537.36',
    browser: 'Firefox 140',
  });
  expect(writerOf({ creator: { name: 'Proxyman' }, browser: { version: '9' } })).toEqual({
    product: 'Proxyman',
    browser: '9',
  });
  expect(writerOf({})).toEqual({ product: 'HAR', browser: '' });
});
