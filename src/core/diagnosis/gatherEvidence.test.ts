import { expect, test } from 'vitest';
import type { RestFailure } from '../session/failure.ts';
import type { LogEntry } from '../session/log.ts';
import type { Trouble } from './evidence.ts';
import { gatherEvidence, gatherLiveEvidence, stepOfTrouble } from './gatherEvidence.ts';
import { ended, envelope, type Literal, logOf, request, response, restError } from './testing/literalLog.ts';

const again: Literal = { kind: 'attempt', number: 2, from: 'token', why: 'again', delay: 0 };
const lost: Literal = {
  kind: 'connection-failure',
  step: 'connection',
  failure: { reason: 'timeout', limit: 30_000, waitingFor: 'ice' },
};
const unreachable: RestFailure = { reason: 'unreachable', error: { name: 'TypeError', message: 'no' } };
const running = (step: 'token' | 'call' | 'connection'): Literal => ({
  kind: 'step',
  step,
  state: 'running',
});
const failed = (step: 'token' | 'offer' | 'connection', failedBy?: string): Literal => ({
  kind: 'step',
  step,
  state: 'failed',
  ...(failedBy !== undefined && { failedBy }),
});
const run = (state: 'connected' | 'failed' | 'stopped' | 'paused'): Literal => ({ kind: 'run', state });

/** What failed, and at which step; undefined where nothing did. */
function whatFailed(...entries: readonly Literal[]) {
  const evidence = gatherEvidence(logOf('rest', ...entries));
  return evidence && [evidence.failing.id, evidence.step];
}

/** How far a run is that did not fail. */
function live(...entries: readonly Literal[]) {
  const evidence = gatherLiveEvidence(logOf('rest', ...entries));
  return evidence && [evidence.phase, evidence.step, evidence.failing.id];
}

test('a run that goes on waits at the step that runs', () => {
  expect(live()).toEqual(['waiting', 'connection', 'e1']);
  expect(live(running('token'), running('call'))).toEqual(['waiting', 'call', 'e3']);
  expect(live(running('token'), { kind: 'step', step: 'call', state: 'done' })).toEqual([
    'waiting',
    'token',
    'e3',
  ]);
  expect(live(running('call'), run('paused'))).toEqual(['waiting', 'call', 'e3']);
});

test('a run that is connected is at its connection', () => {
  expect(live(running('call'), run('connected'), lost)).toEqual(['connected', 'connection', 'e4']);
});

test('a run that failed, was stopped or never began is none that goes on', () => {
  expect(live(failed('token'))).toBeUndefined();
  expect(live(run('failed'))).toBeUndefined();
  expect(live(run('connected'), run('stopped'))).toBeUndefined();
  expect(gatherLiveEvidence([])).toBeUndefined();
  expect(gatherLiveEvidence(logOf('rest', running('token')).slice(1))).toBeUndefined();
});

test('another attempt waits again', () => {
  expect(live(run('failed'), again)).toEqual(['waiting', 'connection', 'e3']);
  expect(live(failed('token'), again)).toEqual(['waiting', 'connection', 'e3']);
});

test('what goes on has no trouble, though its last entry tells of one', () => {
  const log = logOf('rest', run('connected'), restError('calls', unreachable));
  const evidence = gatherLiveEvidence(log);
  expect(evidence?.trouble).toEqual({ what: 'nothing' });
  expect(evidence).not.toHaveProperty('exchange');
});

test('what did not fail has not failed', () => {
  expect(whatFailed()).toBeUndefined();
  expect(whatFailed(running('token'))).toBeUndefined();
  expect(whatFailed(lost)).toBeUndefined();
  expect(whatFailed(run('stopped'))).toBeUndefined();
  expect(whatFailed(run('paused'))).toBeUndefined();
  expect(whatFailed(failed('token'), run('failed'), again)).toBeUndefined();
  expect(whatFailed(failed('token'), run('connected'))).toBeUndefined();
  expect(whatFailed(run('failed'), run('connected'))).toBeUndefined();
  expect(whatFailed(run('failed'), ...logOf('rest'))).toBeUndefined();
});

test('a run that was stopped after it failed has failed', () => {
  expect(whatFailed(failed('token'), run('stopped'))).toEqual(['e2', 'token']);
  expect(whatFailed(run('stopped'), failed('token'))).toBeUndefined();
  expect(whatFailed(run('paused'), failed('token'))).toEqual(['e3', 'token']);
});

test('the entry that the step names is why it failed', () => {
  expect(whatFailed(lost, restError('calls', unreachable), ...ended('connection', 'e3'))).toEqual([
    'e3',
    'connection',
  ]);
});

test('where the step names none, it is the last failure of its step', () => {
  expect(whatFailed(lost, restError('calls', unreachable), failed('connection'))).toEqual([
    'e2',
    'connection',
  ]);
  expect(whatFailed(lost, lost, failed('connection', 'e99'))).toEqual(['e3', 'connection']);
});

test('where none is of its step, it is the last failure of the attempt', () => {
  const failures = [lost, lost, restError('calls', unreachable)];
  expect(whatFailed(...failures, failed('token'))).toEqual(['e4', 'token']);
  expect(whatFailed(...failures, again, failed('token'))).toEqual(['e6', 'token']);
});

test('where no step failed, it is the last failure of any', () => {
  expect(whatFailed(restError('session', unreachable), lost, run('failed'))).toEqual(['e3', 'connection']);
  expect(whatFailed(lost, restError('session', unreachable), run('failed'))).toEqual(['e3', 'token']);
});

test('where nobody says why, it is the step, or the end itself', () => {
  expect(whatFailed(run('failed'), failed('offer'))).toEqual(['e3', 'offer']);
  expect(whatFailed(run('failed'))).toEqual(['e2', 'token']);
});

test('every kind of failure counts, and nothing else', () => {
  const error = { name: 'Error', message: 'no' };
  const kinds: readonly Literal[] = [
    restError('calls', unreachable),
    lost,
    { kind: 'settings-refused', failure: { reason: 'settings', key: 'baseUrl', message: 'no' } },
    { kind: 'unexpected', failure: { reason: 'unexpected', error } },
  ];
  for (const each of kinds) {
    expect(whatFailed(each, { kind: 'note', topic: 'carried', what: 'a token' }, run('failed'))?.[0]).toBe(
      'e2',
    );
  }
});

test('a failure without a step is of the step that its kind belongs to', () => {
  const bare = (entry: Literal): Literal => {
    const { step: _, ...rest } = entry;
    return rest;
  };
  expect(whatFailed(bare(restError('ice-config', unreachable)), run('failed'))).toEqual(['e2', 'ice-config']);
  expect(whatFailed(bare(lost), run('failed'))).toEqual(['e2', 'connection']);
});

test('of another attempt only its own failures count', () => {
  expect(whatFailed(lost, ...ended('connection', 'e2'), again, failed('token'), run('failed'))).toEqual([
    'e6',
    'token',
  ]);
});

/** The trouble of a run whose only request failed so. */
function troubleOf(endpoint: Parameters<typeof restError>[0], failure: RestFailure): Trouble | undefined {
  return gatherEvidence(logOf('rest', restError(endpoint, failure), run('failed')))?.trouble;
}

test('what happened is told as it was told', () => {
  const error = { name: 'Error', message: 'no' };
  const settings = { reason: 'settings', key: 'baseUrl', message: 'no' } as const;
  const trouble = (entry: Literal) => gatherEvidence(logOf('rest', entry, run('failed')))?.trouble;
  expect(trouble(lost)).toEqual({
    what: 'connection',
    failure: { reason: 'timeout', limit: 30_000, waitingFor: 'ice' },
  });
  expect(trouble({ kind: 'settings-refused', failure: settings })).toEqual({
    what: 'settings',
    failure: settings,
  });
  expect(trouble({ kind: 'unexpected', failure: { reason: 'unexpected', error } })).toEqual({
    what: 'unexpected',
    error,
  });
  expect(trouble(failed('token'))).toEqual({ what: 'unsaid' });
});

test('what happened to a request is told with where', () => {
  const reading = envelope('Not authenticated');
  const place = { at: 'calls', forwarded: false };
  expect(troubleOf('calls', unreachable)).toEqual({ ...place, what: 'unreachable', text: 'no' });
  expect(troubleOf('calls', { reason: 'timeout', limit: 10_000, phase: 'body' })).toEqual({
    ...place,
    what: 'timeout',
    phase: 'body',
    limit: 10_000,
  });
  expect(troubleOf('calls', { reason: 'http', status: 401, reading })).toEqual({
    ...place,
    what: 'http',
    status: 401,
    reading,
  });
  expect(
    troubleOf('calls', { reason: 'bad-reply', status: 200, problem: 'html', fields: ['a'], reading }),
  ).toEqual({ ...place, what: 'bad-reply', problem: 'html', fields: ['a'], status: 200 });
});

test('what a backend passed on is told of where it met it', () => {
  const reading = envelope('Invalid ephemeral token');
  const forwarded = { at: 'ice-config', forwarded: true, what: 'http', status: 401, reading };
  expect(troubleOf('session', { reason: 'http', status: 500, reading })).toEqual(forwarded);
  expect(
    troubleOf('session', { reason: 'bad-reply', status: 200, problem: 'error-body', fields: [], reading }),
  ).toEqual(forwarded);
  // The service’s own address may be a backend’s: who answered tells.
  const passedOn = { format: 'sdk-text', answeredBy: 'backend', passedOn: { status: 503 } } as const;
  expect(troubleOf('calls', { reason: 'http', status: 500, reading: passedOn })).toMatchObject({
    at: 'client-secrets',
    forwarded: true,
    status: 503,
  });
});

test('what a backend met arose at its own step there, all else at the step that failed', () => {
  const step = (endpoint: 'session' | 'calls', failure: RestFailure) => {
    const log = logOf('backend', restError(endpoint, failure), ...ended('token', 'e2'));
    const evidence = gatherEvidence(log);
    return evidence && stepOfTrouble(evidence);
  };
  const reading = envelope('Invalid ephemeral token');
  expect(step('session', { reason: 'http', status: 500, reading })).toBe('ice-config');
  expect(step('calls', { reason: 'http', status: 401, reading })).toBe('token');
  const log = logOf('rest', lost, ...ended('connection', 'e2'));
  const evidence = gatherEvidence(log);
  expect(evidence && stepOfTrouble(evidence)).toBe('connection');
});

test('the request that failed is told with its reply, and with what is known of its credential', () => {
  const log = logOf(
    'rest',
    request('ice-config', { request: 'r1' }),
    response(200, { request: 'r1' }),
    request('calls', { request: 'r2', url: 'https://API.orga-ai.com:8443/v1/realtime/calls?a=/b#c' }),
    response(401, { request: 'r2' }),
    request('ice-config', { request: 'r3' }),
    restError(
      'calls',
      { reason: 'http', status: 401, reading: envelope('no') },
      { request: 'r2', url: 'https://API.orga-ai.com:8443/v1/realtime/calls?a=/b#c' },
    ),
    ...ended('call', 'e7'),
  );
  const evidence = gatherEvidence(log);
  expect(evidence?.exchange).toStrictEqual({
    error: log[6],
    host: 'api.orga-ai.com:8443',
    path: '/v1/realtime/calls',
    request: log[3],
    response: log[4],
  });
  expect(evidence?.credential).toMatchObject({ name: 'token#1', uses: [{ endpoint: 'ice-config' }] });
  expect(evidence).toMatchObject({ phase: 'failed', route: 'rest', attempt: 1, step: 'call', run: log[0] });
});

test('a reply is also found by the entry that the error names', () => {
  const named = (entries: readonly Literal[], response_: string) =>
    gatherEvidence(
      logOf(
        'rest',
        ...entries,
        { ...restError('calls', unreachable), response: response_ } as Literal,
        run('failed'),
      ),
    )?.exchange?.response?.id;
  const reply = response(200, { request: 'r7' });
  expect(named([reply, response(200, { request: 'r8' })], 'e2')).toBe('e2');
  expect(named([reply], 'e9')).toBeUndefined();
});

test.each([
  ['/api/session', '', ''],
  ['/proxy?to=https://app.example/x', '', ''],
  ['https://app.example', 'app.example', ''],
  ['relay+http://app.example/x', 'app.example', '/x'],
])('the URL %j has the host %j and the path %j', (url, host, path) => {
  const log = logOf('rest', restError('session', unreachable, { url }), run('failed'));
  const exchange = gatherEvidence(log)?.exchange;
  expect(exchange).toMatchObject({ host, path });
  expect(exchange).not.toHaveProperty('request');
  expect(exchange).not.toHaveProperty('response');
});

test('without its begin, the route of a log is told by whom it asked', () => {
  const route = (endpoint: 'session' | 'calls') => {
    const log: readonly LogEntry[] = logOf('rest', restError(endpoint, unreachable), run('failed')).slice(1);
    return gatherEvidence(log)?.route;
  };
  expect([route('session'), route('calls')]).toEqual(['backend', 'rest']);
  const begun = gatherEvidence(logOf('backend', restError('calls', unreachable), run('failed')));
  expect(begun?.route).toBe('backend');
});

test('whether only relays may be used is told by the settings', () => {
  const relay = logOf('rest', lost, run('failed')).map((entry) =>
    entry.kind === 'run-started'
      ? { ...entry, settings: { ...entry.settings, iceTransportPolicy: 'relay' as const } }
      : entry,
  );
  expect(gatherEvidence(relay)?.connection.policy).toBe('relay');
});
