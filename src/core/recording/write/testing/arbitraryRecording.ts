import * as fc from 'fast-check';
import type { ConnectionFailure, ErrorFacts, RestFailure } from '../../../session/failure.ts';
import type { LogEntry, Unlogged } from '../../../session/log.ts';
import { defaultLimits, defaultSettings } from '../../../session/settings.ts';
import { sessionSteps } from '../../../session/step.ts';
import type { Recording } from '../../recording.ts';
import { hostileTexts } from './hostile.ts';

/** Any text, often one that means harm. */
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
const number = fc.oneof(fc.nat(), fc.constantFrom(0, 1e15, 8.7e15, -1, 0.5));
const headers = fc.dictionary(
  fc.oneof(text, fc.constantFrom('content-type', 'cookie', 'set-cookie', 'location')),
  text,
  {
    maxKeys: 3,
  },
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const error: fc.Arbitrary<ErrorFacts> = fc.record({ name: text, message: text });
const endpoint = fc.constantFrom('client-secrets', 'ice-config', 'calls', 'session');
const request = fc.constantFrom('r1', 'r2');
const machine = fc.constantFrom('signaling', 'gathering', 'ice', 'connection', 'dtls', 'sctp', 'channel');
const reading = fc.record({
  format: fc.constantFrom('envelope', 'json', 'html', 'empty'),
  answeredBy: fc.constantFrom('orga', 'backend', 'unknown'),
  message: text,
  type: text,
});

const restFailure = fc.oneof(
  fc.record({ reason: fc.constant('http'), status: fc.integer({ min: 100, max: 599 }), reading }),
  fc.record({ reason: fc.constant('unreachable'), error }),
  fc.record({ reason: fc.constant('timeout'), limit: number, phase: fc.constantFrom('headers', 'body') }),
) as fc.Arbitrary<RestFailure>;

const connectionFailure = fc.oneof(
  fc.record({ reason: fc.constant('configuration'), error }),
  fc.record({ reason: fc.constant('sdp'), operation: fc.constant('setRemoteDescription'), error }),
  fc.record({
    reason: fc.constant('ice'),
    iceConnectionState: fc.constant('failed'),
    connectionState: fc.constant('failed'),
  }),
  fc.record({ reason: fc.constant('dtls'), dtlsState: text }),
  fc.record({ reason: fc.constant('permission'), device: text, error }),
) as fc.Arbitrary<ConnectionFailure>;

const sdp = fc
  .array(
    fc.oneof(text, fc.constantFrom('v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=mid:0', 'a=setup:actpass')),
    { maxLength: 8 },
  )
  .map((lines) => lines.join('\r\n'));

const pair = fc.record({
  local: text,
  remote: text,
  state: fc.constantFrom('succeeded', 'failed', '<x>'),
  nominated: fc.boolean(),
  requestsSent: optional(fc.nat()),
  responsesReceived: fc.nat(),
});

const of = <K extends Unlogged['kind']>(kind: K, facts: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record({ kind: fc.constant(kind), step: optional(fc.constantFrom(...sessionSteps)), ...facts });

const entry = fc.oneof(
  of('run-started', {
    run: fc.nat(),
    wallClock: number,
    target: fc.constantFrom('simulated', 'live', 'watched'),
    route: fc.constantFrom('rest', 'backend'),
    from: fc.constant('token'),
    settings: text.map((instructions) => ({ ...defaultSettings, instructions, voice: instructions })),
    limits: fc.constant(defaultLimits('rest')),
    userAgent: text,
    pageUrl: text,
  }),
  of('run', { state: fc.constantFrom('paused', 'continued', 'connected', 'failed', 'stopped') }),
  of('attempt', {
    number: fc.nat(),
    from: fc.constantFrom(...sessionSteps),
    why: fc.constant('retry'),
    delay: number,
  }),
  of('step', { state: fc.constantFrom('running', 'done', 'failed'), took: optional(number), failedBy: text }),
  of('request', {
    request,
    endpoint,
    method: fc.oneof(text, fc.constant('POST')),
    url: fc.oneof(
      text,
      text.map((path) => `https://a.example/${path}?${path}=${path}`),
    ),
    headers,
    body: optional(text),
    credential: fc.record({ kind: fc.constantFrom('api-key', 'token', 'none', 'other'), name: text }),
    crossOrigin: fc.boolean(),
    altered: fc.array(text, { maxLength: 2 }),
  }),
  of('response', {
    request,
    status: fc.integer({ min: 100, max: 599 }),
    statusText: text,
    headers,
    body: text,
    bodyBytes: fc.nat(),
    headersAfter: number,
    took: number,
    correlationId: optional(text),
    correlationExposed: fc.boolean(),
    redirected: fc.boolean(),
  }),
  of('rest-error', {
    request: fc.record({ id: request, endpoint, method: text, url: text }),
    failure: restFailure,
    correlationId: optional(text),
  }),
  of('token', { token: text, from: fc.constant('pasted'), expiresAt: optional(number), wallClock: number }),
  of('ice-servers', {
    from: fc.constant('ice-config'),
    servers: fc.array(fc.record({ urls: fc.array(text, { maxLength: 2 }), username: optional(text) }), {
      maxLength: 2,
    }),
    leftOut: fc.array(text, { maxLength: 1 }),
  }),
  of('description', {
    side: fc.constantFrom('local', 'remote'),
    type: fc.constantFrom('offer', 'answer'),
    sdp,
  }),
  of('state', { machine, to: text }),
  of('candidate', {
    side: fc.constantFrom('local', 'remote'),
    candidate: text,
    mid: optional(text),
    url: optional(text),
  }),
  of('candidate-error', { url: text, errorCode: fc.nat(), errorText: text }),
  of('channel', {
    event: fc.constantFrom('open', 'received', 'error', 'close'),
    label: text,
    text: optional(text),
  }),
  of('track', { event: fc.constant('added'), media: fc.constantFrom('audio', 'video') }),
  of('statistics', { moment: fc.constant('sample'), pairs: fc.array(pair, { maxLength: 3 }) }),
  of('media', { device: fc.constant('microphone'), event: fc.constant('refused'), error: optional(error) }),
  of('connection-failure', { failure: connectionFailure }),
  of('settings-refused', {
    failure: fc.record({ reason: fc.constant('settings'), key: text, message: text }),
  }),
  of('unexpected', { failure: fc.record({ reason: fc.constant('unexpected'), error }) }),
  of('note', { topic: fc.constant('left-out'), what: text }),
) as fc.Arbitrary<Unlogged>;

const log: fc.Arbitrary<readonly LogEntry[]> = fc
  .array(fc.tuple(entry, number), { maxLength: 20 })
  .map((entries) => entries.map(([one, at], index) => ({ ...one, id: `e${index + 1}`, at, attempt: 1 })));

/** A recording of the declared shape, whatever came of it and whoever wrote its texts. */
export const arbitraryRecording: fc.Arbitrary<Recording> = fc
  .record({
    format: fc.constant('webrtc-session-recording' as const),
    version: fc.constant(1 as const),
    product: text,
    source: fc.constantFrom(
      'debugger' as const,
      'probe' as const,
      'har' as const,
      'webrtc-internals' as const,
    ),
    id: text,
    startedAt: number,
    userAgent: text,
    log,
    name: optional(text),
    scenario: optional(text),
    verdict: optional(
      fc.record({ code: text, variant: text, certainty: fc.constant('likely' as const), title: text }),
    ),
  })
  .map((recording) => JSON.parse(JSON.stringify(recording)) as Recording);
