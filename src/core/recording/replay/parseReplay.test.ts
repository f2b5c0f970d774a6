import { expect, test } from 'vitest';
import { parseReplay } from './parseReplay.ts';

const good = {
  format: 'webrtc-session-replay',
  version: 1,
  title: 'The token was already used',
  story: 'The session of yesterday.',
  route: 'rest',
  settings: { voice: 'alloy', modalities: ['audio'] },
  limits: { call: 1500 },
  replies: { calls: [{ kind: 'reply', status: 401, headers: {}, body: '{}', delay: 20 }] },
  tokens: { 'token#1': { issuedBefore: 0, expiresAfter: 900 } },
  expect: { outcome: 'failed', code: 'invalid_ephemeral_token', variant: 'used', step: 'call' },
  faithful: true,
  foresight: [],
};

function problem(change: object): string {
  const reading = parseReplay(JSON.stringify({ ...good, ...change }));
  return reading.ok ? 'none' : reading.problem;
}

test('a scenario file is read as it was written', () => {
  expect(parseReplay(JSON.stringify(good))).toEqual({ ok: true, replay: good });
});

test('what is wrong is named with its place, in one line', () => {
  expect(
    problem({ replies: { calls: [{ kind: 'reply', status: 'teapot', headers: {}, body: '', delay: 0 }] } }),
  ).toBe(
    'The scenario file is wrong at replies.calls.0.status: Invalid type: Expected number but received "teapot".',
  );
  expect(problem({ farEnd: { kind: 'explodes' } })).toContain('wrong at farEnd.kind');
  expect(problem({ version: 2 })).toBe(
    'The scenario file has version 2, this program reads version 1: use a newer one.',
  );
  expect(problem({ format: 'har' })).toContain('This is no scenario file');
});

test('what somebody else wrote is shown shortened', () => {
  expect(problem({ version: 'a'.repeat(100) })).toBe(
    `The scenario file has version "${'a'.repeat(19)}, this program reads version 1: use a newer one.`,
  );
  expect(problem({ title: 'x'.repeat(300), faithful: 'y'.repeat(300) })).toBe(
    `The scenario file is wrong at faithful: Invalid type: Expected boolean but received "${'y'.repeat(155)}.`,
  );
});

test('a file of up to 8 MB is read', () => {
  const text = JSON.stringify(good);
  const longest = text + ' '.repeat(8 * 1024 * 1024 - text.length);
  expect(parseReplay(longest).ok).toBe(true);
  expect(parseReplay(`${longest} `)).toEqual({
    ok: false,
    problem: 'The scenario file has more than 8 MB.',
  });
});

test('settings that can be none are left out, whatever their names', () => {
  const settings = { voice: 'nova', temperature: 0.2, history: false, modalities: ['audio'], none: [] };
  const odd = { email: { a: 1 }, model: undefined, relay: ['a', 1], retries: [1], limit: [['a']] };
  const reading = parseReplay(JSON.stringify({ ...good, settings: { ...odd, ...settings, nil: NaN } }));
  expect(reading.ok && reading.replay.settings).toEqual(settings);
});

test('text that is no JSON, and JSON that is no object, are told', () => {
  const read = (text: string) => {
    const reading = parseReplay(text);
    return reading.ok ? 'none' : reading.problem;
  };
  expect(read('{"format":')).toContain('The scenario file is not JSON');
  expect(read('null')).toContain('This is no scenario file');
  expect(read('[]')).toContain('This is no scenario file');
});

test('a member named __proto__ pollutes nothing', () => {
  const text = JSON.stringify(good).replace('"settings":{', '"settings":{"__proto__":{"polluted":1},');
  const reading = parseReplay(text);
  expect(reading.ok).toBe(true);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  expect(reading.ok && 'polluted' in reading.replay.settings).toBe(false);
});
