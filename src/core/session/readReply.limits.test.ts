import { expect, test } from 'vitest';
import { readReply } from './readReply.ts';

const json = (value: unknown) =>
  readReply({ status: 500, contentType: 'application/json', text: JSON.stringify(value) });
const body = (text: string, contentType?: string) => readReply({ status: 500, contentType, text });

const orga = { format: 'envelope', answeredBy: 'orga' } as const;
const foreign = { format: 'json', answeredBy: 'unknown' } as const;

test.each([
  [{ error: { message: 'x', type: 't' } }, { ...orga, type: 't', message: 'x' }],
  [{ error: { message: 'x', param: null } }, { ...orga, message: 'x' }],
  [{ error: { message: 'x', code: 'c' } }, { ...foreign, code: 'c', message: 'x' }],
  [
    { message: 'x', type: 't', param: 'p' },
    { ...orga, type: 't', param: 'p', message: 'x' },
  ],
  [
    { message: 'x', type: 't', code: 'c' },
    { ...orga, type: 't', code: 'c', message: 'x' },
  ],
  [
    { message: 'x', type: 't' },
    { ...foreign, type: 't', message: 'x' },
  ],
  [
    { message: 'x', code: 'c', param: 'p' },
    { ...foreign, code: 'c', message: 'x' },
  ],
  [
    { type: 't', code: 'c', param: 'p' },
    { ...foreign, type: 't', code: 'c' },
  ],
  [{ error: { message: { text: 'x' } } }, foreign],
  [
    { error: { message: { error: { type: 't', message: 'x' } } } },
    { ...orga, nested: true, type: 't', message: 'x' },
  ],
])('by its members %j is or is not the service’s envelope', (value, reading) => {
  expect(json(value)).toStrictEqual(reading);
});

test('what the inner envelope does not say the outer one may', () => {
  const outer = { type: 'outer', code: 'c0', param: 'p0' };
  expect(json({ error: { ...outer, message: { error: { type: null, message: 'x' } } } })).toStrictEqual({
    ...orga,
    nested: true,
    ...outer,
    message: 'x',
  });
  const inner = { type: 'inner', code: 'c1', param: 'p1' };
  expect(json({ error: { ...outer, message: { error: { ...inner, message: 'x' } } } })).toStrictEqual({
    ...orga,
    nested: true,
    ...inner,
    message: 'x',
  });
});

test('the eighth envelope inside another is the last that is read', () => {
  let value: unknown = { error: { type: 't0', message: 'x' } };
  for (let depth = 1; depth <= 10; depth += 1) value = { error: { type: `t${depth}`, message: value } };
  expect(json(value)).toStrictEqual({ ...orga, nested: true, type: 't2' });
});

test('the service’s own text about a key in somebody else’s JSON was passed on', () => {
  const message = 'Incorrect or inactive API key provided.';
  expect(json({ error: message })).toStrictEqual({
    format: 'sdk-text',
    answeredBy: 'backend',
    message,
    passedOn: { message },
  });
});

test('of what was passed on, only what is there is told', () => {
  expect(json({ code: 'SERVER_ERROR' })).toStrictEqual({
    format: 'sdk-text',
    answeredBy: 'backend',
    code: 'SERVER_ERROR',
    passedOn: { code: 'SERVER_ERROR' },
  });
});

test('an envelope behind another object of an error was passed on, without what it does not say', () => {
  const detail = [{ loc: ['body'], msg: 'Field required' }];
  expect(json({ first: { error: { stage: 1 } }, next: { detail } })).toStrictEqual({
    format: 'json',
    answeredBy: 'backend',
    message: 'Field required',
    detail: [{ type: 'unknown', loc: ['body'], msg: 'Field required' }],
    passedOn: { message: 'Field required' },
  });
  expect(json({ next: { error: { type: 't' } } })).toStrictEqual({
    format: 'json',
    answeredBy: 'backend',
    type: 't',
    passedOn: { code: 't' },
  });
});

test.each([
  [{ data: { detail: 'Not found' } }],
  [{ data: { detail: [] } }],
  [{ detail: '' }],
  [{ title: {} }],
])('%j says nothing that is understood', (value) => {
  expect(json(value)).toStrictEqual(foreign);
});

test.each(['message', 'error', 'msg', 'detail', 'error_description', 'title', 'reason'])(
  'foreign JSON may say it in %s',
  (member) => {
    expect(json({ error: { [member]: 'x' } })).toStrictEqual({ ...foreign, message: 'x' });
  },
);

test('a detail that is a number is nobody’s', () => {
  expect(json({ detail: 7 })).toStrictEqual({ ...foreign, message: '7' });
});

test('JSON text is read as what it holds', () => {
  expect(json('Upstream error')).toStrictEqual({ ...foreign, message: 'Upstream error' });
  expect(json('fetch failed').format).toBe('sdk-text');
  expect(json(JSON.stringify({ error: { type: 't', message: 'x' } }))).toStrictEqual({
    ...orga,
    type: 't',
    message: 'x',
  });
});

const html = { format: 'html', answeredBy: 'unknown' } as const;

test.each([
  ['<title lang="en"> 502\n Bad  Gateway </title>', { ...html, message: '502 Bad Gateway' }],
  ['<H1>Sorry<b>!</b></H1>', { ...html, message: 'Sorry' }],
  ['<title> </title>', html],
  ['<p>Sorry', html],
  [`<title>${'x'.repeat(300)}`, { ...html, message: 'x'.repeat(200) }],
  [`<p>${' '.repeat(20_000)}<title>x</title>`, html],
  [`<p>${' '.repeat(100_000)}Failed to get session config: x`, html],
])('of a page its title counts: %#', (text, reading) => {
  expect(body(text)).toStrictEqual(reading);
});

const plain = { format: 'text', answeredBy: 'unknown' } as const;

test.each([
  ['a\uFEFFb', { ...plain, message: 'a\uFEFFb' }],
  ['say {"x"', { ...plain, message: 'say {"x"' }],
  ['x'.repeat(501), { ...plain, message: 'x'.repeat(500) }],
  [`${'x'.repeat(100_000)} Failed to get session config: x`, { ...plain, message: 'x'.repeat(500) }],
])('of plain text the beginning counts: %#', (text, reading) => {
  expect(body(text)).toStrictEqual(reading);
});

test('half a JSON is known by its beginning or by its content type', () => {
  for (const text of ['{"a', '["a', '"a']) expect(body(text).format).toBe('malformed-json');
  expect(body('a', 'application/json').format).toBe('malformed-json');
  expect(body('{"a', 'text/html').format).toBe('html');
});
