import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import {
  answerWith,
  candidate,
  chromium,
  description,
  failedLog,
  firefox,
  goodOffer,
  iceFailedInFirefox,
  state,
  waitedForIce,
} from './testing/literalConnection.ts';
import { connectionFailed, envelope, logOf, refused, restError } from './testing/literalLog.ts';

const names = (log: Parameters<typeof diagnose>[0]) =>
  diagnose(log).map(({ code, variant }) => `${code}/${variant}`);

test('what nobody foresaw is the verdict only where nothing else is', () => {
  const error = { name: 'RangeError', message: 'tea' };
  const unforeseen = logOf(
    'rest',
    { kind: 'unexpected', step: 'token', failure: { reason: 'unexpected', error } },
    { kind: 'run', state: 'failed' },
  );
  expect(diagnose(unforeseen)).toStrictEqual([
    {
      code: 'debugger.unexpected',
      variant: 'exception',
      certainty: 'likely',
      actor: 'browser',
      title: 'An unforeseen exception ended the step',
      cause: 'RangeError: “tea”. No known failure looks like this.',
      remedy: 'Run again. If it comes back, report it with the exported log: it is a gap in this program.',
      causedBy: { step: 'token', entry: 'e2' },
      evidence: [{ entry: 'e2', says: 'RangeError was thrown' }],
      ruledOut: [],
      discrepancies: [],
    },
  ]);
  const failure = { reason: 'timeout', limit: 30_000, waitingFor: 'dtls' } as const;
  expect(
    names(connectionFailed('v=0\r\n', [], failure)).filter((name) => name.startsWith('debugger')),
  ).toEqual([]);
});

test('of two last resorts one is told', () => {
  // Nothing is known of this status but that the catalogue has no row for it.
  const log = refused('calls', 418, envelope('tea', { type: 'teapot' }));
  expect(names(log)).toEqual(['status.unlisted/other']);
});

test('where the catalogue and what was seen differ, that is told of the variant that it is about', () => {
  const missing = (field: string) => {
    const detail = [{ type: 'missing', loc: ['body', field], msg: 'Field required' }];
    const [first] = diagnose(refused('calls', 422, { format: 'detail', answeredBy: 'orga', detail }));
    return [first?.code, first?.variant, first?.discrepancies];
  };
  expect(missing('params')).toStrictEqual([
    'missing',
    'params',
    [
      {
        topic: 'params',
        catalogue: 'Supply the missing field, for example params.',
        observed: 'The documentation calls params optional. The SDK always sends it.',
      },
    ],
  ]);
  expect(missing('offer')).toStrictEqual(['missing', 'offer', []]);
});

test('a discrepancy that names no variant is told of all', () => {
  const log = refused('calls', 503, envelope('down'));
  expect(diagnose(log)[0]?.discrepancies.map(({ topic }) => topic)).not.toEqual([]);
});

test('a sentence begins with a capital, and a quotation that ends with a full stop ends it', () => {
  const limited = refused('session', 429, { format: 'text', answeredBy: 'unknown', message: 'slow down' });
  expect(diagnose(limited)[0]?.cause).toMatch(/^Your session endpoint answered 429: too many requests/);
  const silent = restError('session', {
    reason: 'unreachable',
    error: { name: 'TypeError', message: 'Failed to fetch' },
  });
  expect(diagnose(logOf('backend', silent, { kind: 'run', state: 'failed' }))[0]?.cause).toMatch(
    /^The request to your session endpoint \(app\.example\) failed/,
  );
  const failure = { reason: 'configuration', error: { name: 'SyntaxError', message: 'Bad URL.' } } as const;
  const configured = connectionFailed('v=0\r\n', [], failure);
  expect(diagnose(configured)[0]?.cause).toMatch(
    /^new RTCPeerConnection\(\) threw SyntaxError: “Bad URL\.” The browser /,
  );
});

test('where no SDK takes part the nearest row of the specification is named, else none', () => {
  expect(diagnose(refused('calls', 503, envelope('down')))[0]?.nearestRow).toBe('OrgaAIServerError');
  expect(diagnose(refused('ice-config', 503, envelope('down')))[0]).not.toHaveProperty('nearestRow');
});

test('a look-alike that matched all the same is among the diagnoses, and not ruled out', () => {
  const lowPort = [
    description('local', goodOffer),
    candidate('host'),
    description('remote', answerWith('1 udp 1 192.0.2.7 9 typ host')),
  ];
  const nocand = {
    code: 'ice.nocand',
    variant: 'answer',
    title: 'The answer has no candidates',
    because: 'the answer has candidates',
  };
  const unreachable = { code: 'ice.unreachable', variant: 'no-answer' };
  const waited = diagnose(failedLog(chromium, lowPort, waitedForIce));
  expect(waited.map(({ code, ruledOut }) => [code, ruledOut])).toMatchObject([
    ['ice.port-low', [nocand, unreachable]],
  ]);
  const tried = [...lowPort, state('ice', 'checking', 100), state('ice', 'failed', 11_117)];
  const [first, second] = diagnose(failedLog(firefox, tried, iceFailedInFirefox));
  expect(first).toMatchObject({ code: 'ice.port-low', ruledOut: [nocand] });
  expect(second).toMatchObject(unreachable);
});

test('the most specific comes first, and what is general in a code stands back', () => {
  const detail = [{ type: 'missing', loc: ['body', 'params'], msg: 'Field required' }];
  expect(names(refused('calls', 422, { format: 'detail', answeredBy: 'orga', detail }))).toEqual([
    'missing/params',
  ]);
  const other = [{ ...detail[0], type: 'missing', loc: ['body', 'tea'], msg: 'Field required' }];
  expect(names(refused('calls', 422, { format: 'detail', answeredBy: 'orga', detail: other }))).toEqual([
    'missing/other',
  ]);
  const silent = restError('calls', { reason: 'timeout', limit: 10_000, phase: 'headers' });
  expect(names(logOf('rest', silent, { kind: 'run', state: 'failed' }))).toEqual([
    'timeout_error/no-response',
    'OrgaAIServerError/network-timeout',
  ]);
});
