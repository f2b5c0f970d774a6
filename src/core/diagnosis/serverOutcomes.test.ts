import { expect, test } from 'vitest';
import type { LogEntryOf } from '../session/log.ts';
import { type Gathering, type ServerOutcome, serverOutcomes } from './serverOutcomes.ts';

const common = { attempt: 1 } as const;

const candidate = (type: string, url?: string): LogEntryOf<'candidate'> => ({
  ...common,
  id: 'e5',
  at: 250,
  kind: 'candidate',
  side: 'local',
  candidate: `candidate:1 1 udp 1 203.0.113.9 50123 typ ${type}`,
  ...(url !== undefined && { url }),
});

const error = (
  url: string,
  errorCode: number,
  errorText = '',
  at = 5_000,
): LogEntryOf<'candidate-error'> => ({
  ...common,
  id: `e${errorCode}`,
  at,
  kind: 'candidate-error',
  url,
  errorCode,
  errorText,
});

const watch = (subject: string, kind: LogEntryOf<'watch'>['watch'] = 'ice-server'): LogEntryOf<'watch'> => ({
  ...common,
  id: 'e6',
  at: 1_600,
  kind: 'watch',
  watch: kind,
  subject,
  silentFor: 1_500,
  foresees: 'turn.udp.dead',
});

/** What became of these URLs, given what is known of gathering. */
function outcomes(urls: readonly string[], more: Partial<Gathering> = {}): readonly ServerOutcome[] {
  return serverOutcomes({
    servers: [{ urls }],
    leftOut: [],
    policy: 'all',
    candidates: [],
    errors: [],
    silences: [],
    complete: false,
    ...more,
  });
}

const results = (...given: Parameters<typeof outcomes>) => outcomes(...given).map(({ result }) => result);

const stun = 'stun:s.example.net';
const turn = 'turn:t.example.net';

test('of each URL it is told how it is spoken to', () => {
  const urls = [stun, 'turn:t.example.net?transport=tcp', 'turns:t.example.net', 'stuns:s.example.net'];
  expect(outcomes(urls)).toStrictEqual([
    {
      url: stun,
      server: { scheme: 'stun', host: 's.example.net', port: 3478 },
      over: 'udp',
      relay: false,
      result: 'silent',
    },
    {
      url: urls[1],
      server: { scheme: 'turn', host: 't.example.net', port: 3478, transport: 'tcp' },
      over: 'tcp',
      relay: true,
      result: 'silent',
    },
    {
      url: urls[2],
      server: { scheme: 'turns', host: 't.example.net', port: 5349 },
      over: 'tls',
      relay: true,
      result: 'silent',
    },
    {
      url: urls[3],
      server: { scheme: 'stuns', host: 's.example.net', port: 5349 },
      over: 'tls',
      relay: false,
      result: 'silent',
    },
  ]);
});

test('what is no URL of a server, or was left out, has no outcome', () => {
  expect(outcomes(['tea', turn], { leftOut: [turn] })).toEqual([]);
});

test('where only relays may be used, STUN servers are not asked', () => {
  const told = (policy: 'all' | 'relay') =>
    outcomes([stun, 'stuns:s.example.net', turn], { policy }).map(({ url }) => url);
  expect(told('relay')).toEqual([turn]);
  expect(told('all')).toEqual([stun, 'stuns:s.example.net', turn]);
});

test('when the credentials end is told in ms', () => {
  expect(outcomes([], { servers: [{ urls: [turn], expiresAt: 1_700_000_000 }] })).toMatchObject([
    { url: turn, expiresAt: 1_700_000_000_000 },
  ]);
});

test('a server that gave a candidate has answered', () => {
  expect(outcomes([turn], { candidates: [candidate('host'), candidate('relay', turn)] })).toStrictEqual([
    {
      url: turn,
      server: { scheme: 'turn', host: 't.example.net', port: 3478 },
      over: 'udp',
      relay: true,
      result: 'answered',
      proof: { entry: 'e5', at: 250 },
    },
  ]);
});

test('a candidate of one TURN server does not speak for another, unless the browser names none', () => {
  const other = 'turn:u.example.net';
  expect(results([turn, other], { candidates: [candidate('relay', other)] })).toEqual(['silent', 'answered']);
  for (const unnamed of [candidate('relay'), candidate('relay', '')]) {
    expect(results([turn, other], { candidates: [unnamed] })).toEqual(['answered', 'answered']);
    expect(results([turn, other], { candidates: [unnamed], errors: [error(turn, 401)] })).toEqual([
      'refused',
      'answered',
    ]);
  }
});

test('a reflexive candidate speaks for every STUN server that has no error, and for no TURN server', () => {
  const other = 'stun:r.example.net';
  expect(results([stun, other, turn], { candidates: [candidate('srflx', stun)] })).toEqual([
    'answered',
    'answered',
    'silent',
  ]);
  expect(
    results([stun, other], { candidates: [candidate('srflx', stun)], errors: [error(other, 701)] }),
  ).toEqual(['answered', 'timed-out']);
  expect(results([stun, turn], { candidates: [candidate('relay', turn)] })).toEqual(['silent', 'answered']);
});

test('what never answered was silent while gathering went on, and nothing came of it once it was complete', () => {
  expect(outcomes([turn], { silences: [watch(stun), watch(turn)] })).toMatchObject([
    { result: 'silent', proof: { entry: 'e6', at: 1_600 } },
  ]);
  expect(outcomes([turn], { complete: true })[0]).toMatchObject({ result: 'nothing' });
  expect(outcomes([turn], { complete: true, silences: [watch(turn, 'gathering')] })[0]).not.toHaveProperty(
    'proof',
  );
  expect(results([turn], { complete: true, silences: [watch(turn)] })).toEqual(['silent']);
});

test('a refusal says most: its code, its text and the entry', () => {
  const errors = [error(turn, 701, 'timed out'), error(turn, 401, 'Unauthorized')];
  expect(outcomes([turn], { errors })[0]).toMatchObject({
    result: 'refused',
    errorCode: 401,
    errorText: 'Unauthorized',
    proof: { entry: 'e401', at: 5_000 },
  });
});

test('an error without a text says none', () => {
  expect(outcomes([turn], { errors: [error(turn, 486)] })[0]).not.toHaveProperty('errorText');
});

test.each([
  [turn, 300, 'refused', 300],
  [turn, 699, 'refused', 699],
  [turn, 700, 'silent', undefined],
  [turn, 299, 'silent', undefined],
  [turn, 1, 'silent', undefined],
  [stun, 700, 'refused', 700],
  [stun, 1, 'refused', undefined],
  [stun, 299, 'refused', undefined],
  [stun, 0, 'silent', undefined],
  [stun, 701, 'timed-out', 701],
] as const)('an error of %s with the code %i: %s', (url, code, result, told) => {
  const [outcome] = outcomes([url], { errors: [error(url, code)] });
  expect([outcome?.result, outcome?.errorCode]).toEqual([result, told]);
});

test('of a STUN server any other error says more than that nobody answered', () => {
  expect(results([stun], { errors: [error(stun, 701), error(stun, 1)] })).toEqual(['refused']);
  expect(results([turn], { errors: [error(turn, 1), error(turn, 701)] })).toEqual(['timed-out']);
});

test.each([
  [turn, 'TURN host lookup received error.', 20_000, 'lookup'],
  [turn, 'Address not resolved', 20_000, 'lookup'],
  [turn, 'TURN allocate request Timed Out.', 5_000, 'timed-out'],
  [turn, 'Failed to establish connection', 5_000, 'no-connection'],
  ['turns:t.example.net', 'Failed to Establish Connection', 5_000, 'no-connection'],
])('what Chromium says of %s, “%s”, counts whenever it says so: %i ms', (url, text, at, result) => {
  expect(results([url], { errors: [error(url, 701, text, at)], beganAt: 0 })).toEqual([result]);
});

test.each([
  ['turn:t.example.net', 9_499, 'lookup'],
  ['turn:t.example.net', 9_500, 'timed-out'],
  ['turn:192.0.2.1', 6_000, 'timed-out'],
  ['turn:[2001:db8::1]', 6_000, 'timed-out'],
  ['turn:t1', 6_000, 'lookup'],
  ['turn:1t', 6_000, 'lookup'],
  ['turn:t.example.net?transport=tcp', 4_000, 'no-connection'],
  ['turn:t.example.net?transport=tcp', 4_001, 'lookup'],
  ['turns:t.example.net', 4_001, 'lookup'],
  ['turns:192.0.2.1', 6_000, 'no-connection'],
  ['turn:t.invalid', 20_000, 'lookup'],
  ['turns:t.invalid', 100, 'lookup'],
])('Firefox gives no text: %s after %i ms is %s', (url, after, result) => {
  expect(results([url], { errors: [error(url, 701, '', 1_000 + after)], beganAt: 1_000 })).toEqual([result]);
});

test('without a begin of gathering the time says nothing', () => {
  expect(results([turn], { errors: [error(turn, 701)] })).toEqual(['timed-out']);
  const tcp = `${turn}?transport=tcp`;
  expect(results([tcp], { errors: [error(tcp, 701)] })).toEqual(['no-connection']);
});

test.each([
  ['turn:t.example.net:3478', 'turn:t.example.net:3478?transport=udp', true],
  ['turn:t.example.net:3478', 'turn:t.example.net:3478?transport=tcp', false],
  ['turn:t.example.net:3478?transport=tcp', 'turn:T.example.net:3478', true],
  ['turn:t.example.net:3478?transport=tcp', 'turn:t.example.net:3478?transport=udp', false],
  ['turns:t.example.net:5349', 'turns:t.example.net:5349?transport=tcp', true],
  ['turn:t.example.net:3478', 'turn:u.example.net:3478', false],
  ['turn:t.example.net:3478', 'turn:t.example.net:3479', false],
  ['turn:t.example.net:3478', 'turns:t.example.net:3478', false],
  // Chromium asks each TURN server over UDP for a STUN binding too.
  ['turn:t.example.net:3478', 'stun:t.example.net:3478', true],
  ['turn:t.example.net:3478', 'stun:u.example.net:3478', false],
  ['turn:t.example.net:3478', 'stun:t.example.net:3479', false],
  ['turn:t.example.net:3478', 'stuns:t.example.net:3478', false],
  ['turn:t.example.net:3478?transport=tcp', 'stun:t.example.net:3478', false],
  ['turns:t.example.net:3478', 'stun:t.example.net:3478', false],
  ['stun:t.example.net:3478', 'turn:t.example.net:3478', false],
  ['turn:t.example.net:3478', 'tea', false],
])('an error of %s that is reported of %s is its own: %s', (url, reported, own) => {
  expect(results([url], { errors: [error(reported, 401)] })).toEqual([own ? 'refused' : 'silent']);
});

test('a STUN binding of a TURN server is not told from a STUN server that was given', () => {
  const given = 'stun:t.example.net:3478';
  const errors = [error(given, 401)];
  expect(results(['turn:t.example.net:3478', given], { errors })).toEqual(['silent', 'refused']);
  expect(
    serverOutcomes({
      servers: [{ urls: ['turn:t.example.net:3478'] }, { urls: [given] }],
      leftOut: [],
      policy: 'all',
      candidates: [],
      errors,
      silences: [],
      complete: false,
    }).map(({ result }) => result),
  ).toEqual(['silent', 'refused']);
});
