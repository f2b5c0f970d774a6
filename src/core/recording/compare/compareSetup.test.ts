import { expect, test } from 'vitest';
import { servers } from '../../diagnosis/testing/literalConnection.ts';
import { type Literal, logOf, request, runOf } from '../../diagnosis/testing/literalLog.ts';
import { compareParameters, compareServers } from './compareSetup.ts';
import { told } from './testing/told.ts';

test('settings that differ are told with the entry that has them, after target and route', () => {
  const facts = compareParameters({ left: runOf({ route: 'backend' }), right: runOf({ policy: 'relay' }) });
  expect(facts.slice(0, 3).map(({ name }) => name)).toEqual(['target', 'route', 'baseUrl']);
  expect(facts[0]).toEqual(told('target', ['live', 'e1'], ['live', 'e1'], false));
  expect(facts.filter(({ differs }) => differs)).toEqual([
    told('route', ['backend', 'e1'], ['rest', 'e1'], true),
    told('iceTransportPolicy', ['all', 'e1'], ['relay', 'e1'], true),
  ]);
});

/** What only the call says, without the settings of the run. */
function called(...entries: readonly Literal[]) {
  const log = logOf('rest', ...entries).slice(1);
  return compareParameters({ left: log, right: [] }).map(({ name, text, entries: { left } }) => [
    name,
    text.left,
    left,
  ]);
}

test('parameters are those of the last call, texts as they are, everything else as JSON', () => {
  const body = (params: unknown) => JSON.stringify({ params });
  const log = [
    request('calls', { body: body({ voice: 'echo' }) }),
    request('calls', { body: body({ voice: 'alloy', temperature: 0.5, modalities: ['audio'] }) }),
    request('ice-config', { body: body({ voice: 'none' }) }),
  ];
  expect(called(...log)).toEqual([
    ['params.modalities', '["audio"]', 'e3'],
    ['params.temperature', '0.5', 'e3'],
    ['params.voice', 'alloy', 'e3'],
  ]);
});

test('a long name is cut after 100 characters, a value of more than 200 before the 200th', () => {
  const params = { [`${'n'.repeat(100)}tail`]: 'x'.repeat(200), long: 'x'.repeat(201) };
  expect(called(request('calls', { body: JSON.stringify({ params }) }))).toEqual([
    ['params.long', `${'x'.repeat(199)}…`, 'e2'],
    [`params.${'n'.repeat(100)}`, 'x'.repeat(200), 'e2'],
  ]);
});

test.each([
  undefined,
  '',
  'offer',
  'null',
  '[]',
  '{"params":null}',
  '{"params":["voice"]}',
  '{"voice":"alloy"}',
])('a call with the body %j has no parameters', (body) => {
  expect(called(request('calls', body === undefined ? {} : { body }))).toEqual([]);
});

test('of the headers only the Authorization tells something: what kind of credential it has', () => {
  const call = (headers: Readonly<Record<string, string>>) => ({ ...request('calls'), headers }) as Literal;
  expect(called(call({ 'X-Other': 'x', Authorization: 'Bearer token#1' }))).toEqual([
    ['Authorization of the call', 'token', 'e2'],
  ]);
  expect(called(call({ 'X-Other': 'x' }))).toEqual([]);
});

test('servers are told by URL; of credentials only whether there is a pair', () => {
  const signed = { username: 'turn-username#1', credential: 'turn-credential#1' };
  const left = logOf(
    'rest',
    servers(['stun:old.example']),
    servers([], {
      servers: [
        { urls: ['stun:stun.example', 'http://turn.example'] },
        { urls: ['turn:turn.example'], ...signed },
        { urls: ['turn:half.example'], username: 'turn-username#1' },
        { urls: ['turn:other.example'], credential: 'turn-credential#1' },
      ],
      leftOut: ['stun:stun.example'],
    }),
    { kind: 'run', state: 'connected' },
  );
  const right = logOf('rest', servers(['stun:stun.example', 'turn:turn.example']));
  expect(compareServers({ left, right })).toEqual([
    told('http://turn.example', ['not a STUN or TURN URL', 'e3'], undefined, true),
    told('stun:stun.example', ['open, left out', 'e3'], ['open', 'e2'], true),
    told('turn:half.example', ['open', 'e3'], undefined, true),
    told('turn:other.example', ['open', 'e3'], undefined, true),
    told('turn:turn.example', ['with credentials', 'e3'], ['open', 'e2'], true),
  ]);
  expect(compareServers({ left: [], right: [] })).toEqual([]);
});
