import * as v from 'valibot';
import { readEntry } from '../recording/readLog.ts';
import { errorFacts, restFailure } from '../recording/schema/failureSchema.ts';
import { amount, label, list, maybe, number, oneOf, text, wallClock } from '../recording/schema/scalars.ts';
import type { LogKind, Unlogged } from '../session/log.ts';
import type { Fact, ObservedEntry, PeerOperation } from './fact.ts';

/** Kinds of entries that a page may tell; the others are inferred, so nobody can claim them. */
const observed: Readonly<Record<ObservedEntry['kind'], true>> = {
  request: true,
  response: true,
  state: true,
  candidate: true,
  'candidate-error': true,
  description: true,
  channel: true,
  track: true,
  statistics: true,
  media: true,
  note: true,
};

type Entry<K extends LogKind> = Extract<Unlogged, { kind: K }>;

/** An entry within a fact: it has neither id nor time nor step of its own. */
function entryOf<K extends LogKind>(
  isKind: (kind: LogKind) => kind is K,
): v.GenericSchema<unknown, Entry<K>> {
  return v.pipe(
    v.record(v.string(), v.unknown()),
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }): Entry<K> => {
      const { step: _, ...given } = value;
      const read = readEntry({ ...given, id: 'e1', at: 0, attempt: 1 });
      if (!read.ok || !isKind(read.entry.kind)) {
        addIssue();
        return NEVER;
      }
      const { id: __, at: ___, attempt: ____, ...entry } = read.entry;
      return entry as Entry<K>;
    }),
  );
}

const observedEntry = entryOf((kind): kind is ObservedEntry['kind'] => Object.hasOwn(observed, kind));
const iceServers = entryOf((kind): kind is 'ice-servers' => kind === 'ice-servers');
const at = amount;
const peer = v.pipe(amount, v.integer());

const fact: v.GenericSchema<unknown, Fact> = v.variant('saw', [
  v.object({ at, saw: v.literal('entry'), entry: observedEntry, peer: maybe(peer) }),
  v.object({
    at,
    saw: v.literal('sample'),
    peer,
    values: v.pipe(
      v.record(label, v.optional(v.union([number, label]))),
      v.check((values) => Object.keys(values).length <= 100),
    ),
    wall: wallClock,
  }),
  v.object({
    at,
    saw: v.literal('request-end'),
    request: label,
    failure: maybe(
      v.pipe(
        restFailure,
        v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
          if (value.reason === 'unreachable' || value.reason === 'timeout') return value;
          // Only what did not come is told; what came is judged here.
          addIssue();
          return NEVER;
        }),
      ),
    ),
    aborted: maybe(v.literal(true)),
  }),
  v.object({
    at,
    saw: v.literal('token'),
    request: label,
    entry: entryOf((kind): kind is 'token' => kind === 'token'),
  }),
  v.object({ at, saw: v.literal('ice-servers'), request: label, entry: iceServers }),
  v.object({ at, saw: v.literal('peer'), peer, servers: iceServers, channels: list(label) }),
  v.object({
    at,
    saw: v.literal('peer-answer'),
    peer,
    state: oneOf<'applying' | 'applied'>({ applying: true, applied: true }),
  }),
  v.object({
    at,
    saw: v.literal('peer-refusal'),
    peer,
    operation: oneOf<PeerOperation>({
      createOffer: true,
      setLocalDescription: true,
      setRemoteDescription: true,
      addIceCandidate: true,
    }),
    error: errorFacts,
    sdp: maybe(text),
  }),
  v.object({ at, saw: v.literal('peer-closed'), peer }),
  v.object({ at, saw: v.literal('no-peer'), error: errorFacts }),
]);

/** One fact of any origin; undefined where it is none. Never throws. */
export function readFact(json: unknown): Fact | undefined {
  const read = v.safeParse(fact, json);
  return read.success ? read.output : undefined;
}
