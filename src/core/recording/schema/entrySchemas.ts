import * as v from 'valibot';
import type { LogEntryOf, LogKind } from '../../session/log.ts';
import { common } from './common.ts';
import { channel, media, state, statistics, track, watch } from './connectionSchemas.ts';
import { connectionFailure, settingsFailure, unexpectedFailure } from './failureSchema.ts';
import { noteEntry } from './noteSchema.ts';
import { request, response, restError, tokenHistory } from './restSchemas.ts';
import { amount, label, list, type Members, maybe, number, oneOf, text, wallClock } from './scalars.ts';
import { limits, route, sessionStep, settings } from './settingsSchema.ts';

type Of<K extends LogKind> = Members<LogEntryOf<K>>;

const runStarted = v.object({
  ...common,
  kind: v.literal('run-started'),
  run: number,
  wallClock,
  target: oneOf<LogEntryOf<'run-started'>['target']>({ simulated: true, live: true, watched: true }),
  route,
  from: sessionStep,
  until: maybe(sessionStep),
  settings,
  limits,
  userAgent: text,
  pageUrl: text,
} satisfies Of<'run-started'>);

const run = v.object({
  ...common,
  kind: v.literal('run'),
  state: oneOf<LogEntryOf<'run'>['state']>({
    paused: true,
    continued: true,
    connected: true,
    failed: true,
    stopped: true,
  }),
  by: maybe(oneOf<'user' | 'failure' | 'new-run'>({ user: true, failure: true, 'new-run': true })),
  shown: maybe(v.literal('transport')),
} satisfies Of<'run'>);

const attempt = v.object({
  ...common,
  kind: v.literal('attempt'),
  number: common.attempt,
  from: sessionStep,
  why: oneOf<LogEntryOf<'attempt'>['why']>({ retry: true, 'new-token': true, again: true }),
  delay: amount,
} satisfies Of<'attempt'>);

const step = v.object({
  ...common,
  kind: v.literal('step'),
  state: oneOf<LogEntryOf<'step'>['state']>({
    waiting: true,
    running: true,
    done: true,
    failed: true,
    skipped: true,
  }),
  took: maybe(amount),
  failedBy: maybe(label),
} satisfies Of<'step'>);

const token = v.object({
  ...common,
  kind: v.literal('token'),
  token: label,
  from: oneOf<LogEntryOf<'token'>['from']>({
    'client-secrets': true,
    session: true,
    pasted: true,
    carried: true,
  }),
  issuedAt: maybe(number),
  expiresAt: maybe(number),
  expiresAtText: maybe(text),
  wallClock,
} satisfies Of<'token'>);

const iceServers = v.object({
  ...common,
  kind: v.literal('ice-servers'),
  from: oneOf<LogEntryOf<'ice-servers'>['from']>({ 'ice-config': true, session: true, carried: true }),
  servers: list(
    v.object({
      urls: list(text),
      username: maybe(text),
      credential: maybe(text),
      expiresAt: maybe(number),
    } satisfies Members<LogEntryOf<'ice-servers'>['servers'][number]>),
  ),
  leftOut: list(text),
  policy: maybe(oneOf<'relay'>({ relay: true })),
} satisfies Of<'ice-servers'>);

const side = oneOf<'local' | 'remote'>({ local: true, remote: true });

const description = v.object({
  ...common,
  kind: v.literal('description'),
  side,
  type: oneOf<'offer' | 'answer'>({ offer: true, answer: true }),
  sdp: text,
} satisfies Of<'description'>);

const candidate = v.object({
  ...common,
  kind: v.literal('candidate'),
  side,
  candidate: text,
  mid: maybe(label),
  url: maybe(text),
  relayProtocol: maybe(label),
} satisfies Of<'candidate'>);

const candidateError = v.object({
  ...common,
  kind: v.literal('candidate-error'),
  url: text,
  errorCode: number,
  errorText: text,
  address: maybe(text),
  port: maybe(number),
} satisfies Of<'candidate-error'>);

const sleep = v.object({
  ...common,
  kind: v.literal('sleep'),
  wallClock: number,
  monotonic: number,
  late: number,
} satisfies Of<'sleep'>);

const connectionFailed = v.object({
  ...common,
  kind: v.literal('connection-failure'),
  failure: connectionFailure,
} satisfies Of<'connection-failure'>);

const settingsRefused = v.object({
  ...common,
  kind: v.literal('settings-refused'),
  failure: settingsFailure,
} satisfies Of<'settings-refused'>);

const unexpected = v.object({
  ...common,
  kind: v.literal('unexpected'),
  failure: unexpectedFailure,
} satisfies Of<'unexpected'>);

/** What an entry of each kind must have; what it has besides is left out. */
export const entrySchemas: { readonly [K in LogKind]: v.GenericSchema<unknown, LogEntryOf<K>> } = {
  'run-started': runStarted,
  run,
  attempt,
  step,
  request,
  response,
  'rest-error': restError,
  token,
  'token-history': tokenHistory,
  'ice-servers': iceServers,
  description,
  state,
  candidate,
  'candidate-error': candidateError,
  channel,
  track,
  statistics,
  watch,
  sleep,
  media,
  'connection-failure': connectionFailed,
  'settings-refused': settingsRefused,
  unexpected,
  note: noteEntry,
};
