import * as v from 'valibot';
import type {
  BadReplyProblem,
  ConnectionFailure,
  ErrorFacts,
  RestFailure,
  RTCIceConnectionStateName,
  RTCPeerConnectionStateName,
  SettingsFailure,
  UnexpectedFailure,
} from '../../session/failure.ts';
import type { PassedOn, ReplyReading, ValidationItem } from '../../session/reply.ts';
import { amount, flag, label, list, type Members, maybe, number, oneOf, status, text } from './scalars.ts';

/** Causes deeper than this are left out: engines give one or two. */
const deepestCause = 6;

const errorMembers = {
  name: label,
  message: text,
  code: maybe(v.union([number, label])),
  errorDetail: maybe(label),
  sdpLineNumber: maybe(number),
  sctpCauseCode: maybe(number),
  receivedAlert: maybe(number),
  sentAlert: maybe(number),
  httpRequestStatusCode: maybe(number),
} satisfies Members<Omit<ErrorFacts, 'cause'>>;

/** Not recursive: what is nested without end costs no more. */
function errorSchema(depth: number): v.GenericSchema<unknown, ErrorFacts> {
  return depth === 0
    ? v.object(errorMembers)
    : v.object({ ...errorMembers, cause: maybe(errorSchema(depth - 1)) });
}

export const errorFacts = errorSchema(deepestCause);

const validationItem = v.object({
  type: label,
  loc: list(v.union([label, number])),
  msg: text,
} satisfies Members<ValidationItem>);

const passedOn = v.object({
  name: maybe(text),
  code: maybe(text),
  status: maybe(number),
  message: maybe(text),
} satisfies Members<PassedOn>);

const reading = v.object({
  format: oneOf<ReplyReading['format']>({
    envelope: true,
    detail: true,
    'sdk-text': true,
    json: true,
    html: true,
    text: true,
    empty: true,
    'malformed-json': true,
  }),
  answeredBy: oneOf<ReplyReading['answeredBy']>({ orga: true, backend: true, unknown: true }),
  nested: maybe(flag),
  type: maybe(text),
  code: maybe(text),
  param: maybe(text),
  message: maybe(text),
  detail: maybe(list(validationItem)),
  passedOn: maybe(passedOn),
} satisfies Members<ReplyReading>);

type Rest<R> = Members<Extract<RestFailure, { reason: R }>>;
type Connection<R> = Members<Extract<ConnectionFailure, { reason: R }>>;

export const restFailure: v.GenericSchema<unknown, RestFailure> = v.variant('reason', [
  v.object({ reason: v.literal('http'), status, reading } satisfies Rest<'http'>),
  v.object({
    reason: v.literal('unreachable'),
    error: errorFacts,
    hopeless: maybe(v.literal(true)),
  } satisfies Rest<'unreachable'>),
  v.object({
    reason: v.literal('timeout'),
    limit: amount,
    phase: oneOf<'headers' | 'body'>({ headers: true, body: true }),
    status: maybe(status),
  } satisfies Rest<'timeout'>),
  v.object({
    reason: v.literal('bad-reply'),
    status,
    problem: oneOf<BadReplyProblem>({
      html: true,
      empty: true,
      truncated: true,
      'too-large': true,
      'not-json': true,
      'error-body': true,
      'field-absent': true,
      'snake-case': true,
      'wrong-shape': true,
    }),
    fields: list(text),
    reading,
    size: maybe(v.object({ bytes: amount, limit: amount })),
  } satisfies Rest<'bad-reply'>),
]);

const iceState = oneOf<RTCIceConnectionStateName>({
  new: true,
  checking: true,
  connected: true,
  completed: true,
  disconnected: true,
  failed: true,
  closed: true,
});

const connectionState = oneOf<RTCPeerConnectionStateName>({
  new: true,
  connecting: true,
  connected: true,
  disconnected: true,
  failed: true,
  closed: true,
});

type SdpOperation = Extract<ConnectionFailure, { reason: 'sdp' }>['operation'];
type Awaited = Extract<ConnectionFailure, { reason: 'timeout' }>['waitingFor'];

export const connectionFailure: v.GenericSchema<unknown, ConnectionFailure> = v.variant('reason', [
  v.object({ reason: v.literal('unsupported'), missing: text } satisfies Connection<'unsupported'>),
  v.object({ reason: v.literal('configuration'), error: errorFacts } satisfies Connection<'configuration'>),
  v.object({
    reason: v.literal('sdp'),
    operation: oneOf<SdpOperation>({
      createOffer: true,
      setLocalDescription: true,
      setRemoteDescription: true,
    }),
    error: errorFacts,
  } satisfies Connection<'sdp'>),
  v.object({
    reason: v.literal('ice'),
    iceConnectionState: iceState,
    connectionState,
  } satisfies Connection<'ice'>),
  v.object({
    reason: v.literal('dtls'),
    dtlsState: label,
    error: maybe(errorFacts),
  } satisfies Connection<'dtls'>),
  v.object({
    reason: v.literal('channel'),
    event: oneOf<'error' | 'close'>({ error: true, close: true }),
    error: maybe(errorFacts),
  } satisfies Connection<'channel'>),
  v.object({
    reason: v.literal('timeout'),
    limit: amount,
    waitingFor: oneOf<Awaited>({ ice: true, dtls: true, channel: true, 'session.created': true }),
  } satisfies Connection<'timeout'>),
  v.object({ reason: v.literal('candidate'), error: errorFacts } satisfies Connection<'candidate'>),
  v.object({ reason: v.literal('limit'), error: errorFacts } satisfies Connection<'limit'>),
  v.object({
    reason: v.literal('permission'),
    device: label,
    error: errorFacts,
  } satisfies Connection<'permission'>),
  v.object({ reason: v.literal('device'), device: label, error: errorFacts } satisfies Connection<'device'>),
]);

export const settingsFailure: v.GenericSchema<unknown, SettingsFailure> = v.object({
  reason: v.literal('settings'),
  key: label,
  message: text,
} satisfies Members<SettingsFailure>);

export const unexpectedFailure: v.GenericSchema<unknown, UnexpectedFailure> = v.object({
  reason: v.literal('unexpected'),
  error: errorFacts,
} satisfies Members<UnexpectedFailure>);
