import {
  array,
  boolean,
  type GenericSchema,
  getDotPath,
  integer,
  literal,
  maxLength,
  maxValue,
  minValue,
  number,
  object,
  optional,
  picklist,
  pipe,
  record,
  regex,
  safeParse,
  strictObject,
  string,
  union,
  unknown,
  variant,
} from 'valibot';
import type { ReplayScenario } from './replayScenario.ts';

/** A scenario file, read: or one sentence that names what is wrong and where. */
export type ReplayReading =
  | { readonly ok: true; readonly replay: ReplayScenario }
  | { readonly ok: false; readonly problem: string };

/** characters; a file with a few recorded replies has some 20,000 */
const longest = 8 * 1024 * 1024;
const most = 1000;

const ms = pipe(number(), minValue(0), maxValue(600_000));
const status = pipe(number(), integer(), minValue(200), maxValue(599));
const headers = record(string(), string());
const text = pipe(string(), maxLength(longest));

const reply = variant('kind', [
  strictObject({
    kind: literal('reply'),
    status,
    headers,
    body: text,
    delay: ms,
    answers: optional(literal(true)),
    redirected: optional(literal(true)),
  }),
  strictObject({ kind: literal('refused'), delay: ms }),
  strictObject({ kind: literal('silence') }),
  strictObject({ kind: literal('stalled'), status, headers, body: text, delay: ms }),
  strictObject({ kind: literal('own') }),
]);

const steps = picklist(['token', 'ice-config', 'offer', 'call', 'connection']);
const endpoints = ['client-secrets', 'ice-config', 'calls', 'session'] as const;

function byEndpoint<T extends GenericSchema>(value: T) {
  return strictObject({
    'client-secrets': optional(value),
    'ice-config': optional(value),
    calls: optional(value),
    session: optional(value),
  });
}

const alteration = strictObject({
  endpoint: picklist(endpoints),
  omitAuthorization: optional(literal(true)),
  credential: optional(union([picklist(['api-key', 'token']), strictObject({ literal: string() })])),
  omitField: optional(picklist(['offer', 'params', 'email'])),
  omitBody: optional(literal(true)),
  body: optional(text),
  offerSdp: optional(text),
  params: optional(record(string(), union([string(), number(), boolean()]))),
  path: optional(string()),
});

const request = strictObject({
  alterations: optional(pipe(array(alteration), maxLength(20))),
  again: optional(steps),
  peer: optional(
    picklist([
      'answer-twice',
      'answer-type',
      'candidate-early',
      'candidate-garbage',
      'offer-to-offer',
      'many-peers',
    ]),
  ),
  media: optional(
    strictObject({
      microphone: optional(literal(true)),
      camera: optional(literal(true)),
      deviceId: optional(string()),
      nothing: optional(literal(true)),
      playback: optional(literal(true)),
    }),
  ),
  waitBeforeCall: optional(ms),
});

const farEnd = variant('kind', [
  strictObject({
    kind: picklist([
      'unreachable',
      'port-low',
      'hostname',
      'tcp-only',
      'bad-password',
      'no-track',
      'no-handshake',
      'no-association',
      'wrong-fingerprint',
      'mute',
      'no-candidates',
      'refuses-channel',
    ]),
  }),
  strictObject({ kind: literal('closes'), after: ms, silent: optional(literal(true)) }),
  strictObject({ kind: picklist(['answer', 'graft']), sdp: text }),
]);

const limit = optional(pipe(number(), minValue(1), maxValue(600_000)));

const scenario = object({
  format: literal('webrtc-session-replay'),
  version: literal(1),
  title: pipe(string(), maxLength(most)),
  story: pipe(string(), maxLength(most)),
  route: picklist(['rest', 'backend']),
  settings: record(string(), unknown()),
  limits: strictObject({ token: limit, 'ice-config': limit, offer: limit, call: limit, connection: limit }),
  request: optional(request),
  replies: byEndpoint(pipe(array(reply), maxLength(most))),
  paths: optional(byEndpoint(string())),
  tokens: record(
    pipe(string(), regex(/^[a-z-]{1,20}#\d{1,6}$/)),
    strictObject({
      issuedBefore: optional(number()),
      expiresAfter: optional(number()),
      expiresAtText: optional(string()),
    }),
  ),
  farEnd: optional(farEnd),
  keepReservedServers: optional(literal(true)),
  devices: optional(
    strictObject({
      microphone: optional(
        picklist(['denied', 'denied-os', 'none', 'busy', 'overconstrained', 'silent', 'unplugged']),
      ),
      playback: optional(literal('blocked')),
    }),
  ),
  sleep: optional(strictObject({ after: ms, asleep: pipe(number(), minValue(0)) })),
  expect: strictObject({
    outcome: picklist(['connected', 'failed']),
    code: optional(string()),
    variant: optional(string()),
    step: optional(steps),
    httpStatus: optional(number()),
  }),
  faithful: boolean(),
  foresight: pipe(array(string()), maxLength(most)),
});

/** Reads a scenario file (`*.scenario.json`); never throws. What was wrong is one sentence for the user. */
export function parseReplay(json: string): ReplayReading {
  if (json.length > longest) return wrong(`The scenario file has more than ${longest / 1024 / 1024} MB.`);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 120) : '';
    return wrong(`The scenario file is not JSON: ${why}. Save it again with Replay.`);
  }
  const version = versionOf(value);
  if (version === undefined) {
    return wrong(
      'This is no scenario file: its format is not “webrtc-session-replay”. Make one with Replay.',
    );
  }
  if (version !== 1) {
    return wrong(
      `The scenario file has version ${JSON.stringify(version).slice(0, 20)}, this program reads version 1: use a newer one.`,
    );
  }
  const read = safeParse(scenario, value, { abortEarly: true });
  if (!read.success) {
    const [issue] = read.issues;
    const where = getDotPath(issue) ?? 'its top level';
    return wrong(`The scenario file is wrong at ${where}: ${issue.message.slice(0, 200)}.`);
  }
  // Settings are checked where they are used, one by one; here only what cannot be one is taken out.
  const settings = Object.entries(read.output.settings).filter(([, setting]) => isSetting(setting));
  return { ok: true, replay: { ...read.output, settings: Object.fromEntries(settings) } as ReplayScenario };
}

function wrong(problem: string): ReplayReading {
  return { ok: false, problem };
}

function versionOf(value: unknown): unknown {
  const isOurs =
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 'webrtc-session-replay';
  return isOurs && 'version' in value ? value.version : undefined;
}

function isSetting(value: unknown): boolean {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (Array.isArray(value) && value.every((item) => typeof item === 'string'))
  );
}
