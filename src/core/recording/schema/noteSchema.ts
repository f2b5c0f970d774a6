import * as v from 'valibot';
import type { LogEntryOf } from '../../session/log.ts';
import type { Limits } from '../../session/settings.ts';
import { common } from './common.ts';
import { amount, flag, label, type Members, maybe, number, oneOf, text } from './scalars.ts';
import { limitMembers } from './settingsSchema.ts';

type NoteEntry = LogEntryOf<'note'>;
type Topic<T> = Members<Extract<NoteEntry, { topic: T }>>;
type Probe = Extract<NoteEntry, { topic: 'probe' }>;

const note = { ...common, kind: v.literal('note') };

const someLimits: v.GenericSchema<unknown, Partial<Limits>> = v.object({
  token: maybe(limitMembers.token),
  'ice-config': maybe(limitMembers['ice-config']),
  offer: maybe(limitMembers.offer),
  call: maybe(limitMembers.call),
  connection: maybe(limitMembers.connection),
} satisfies Members<Partial<Limits>>);

export const noteEntry: v.GenericSchema<unknown, NoteEntry> = v.variant('topic', [
  v.object({
    ...note,
    topic: v.literal('slow'),
    waitingFor: label,
    after: amount,
  } satisfies Topic<'slow'>),
  v.object({
    ...note,
    topic: v.literal('gathering-cut-off'),
    after: amount,
  } satisfies Topic<'gathering-cut-off'>),
  v.object({
    ...note,
    topic: v.literal('limits-shortened'),
    limits: someLimits,
  } satisfies Topic<'limits-shortened'>),
  v.object({ ...note, topic: v.literal('simulation-restarted') } satisfies Topic<'simulation-restarted'>),
  v.object({ ...note, topic: v.literal('storage-refused'), what: text } satisfies Topic<'storage-refused'>),
  v.object({ ...note, topic: v.literal('carried'), what: text } satisfies Topic<'carried'>),
  v.object({ ...note, topic: v.literal('left-out'), what: text } satisfies Topic<'left-out'>),
  v.object({ ...note, topic: v.literal('clock-set-back'), by: number } satisfies Topic<'clock-set-back'>),
  v.object({
    ...note,
    topic: v.literal('probe'),
    request: label,
    url: text,
    result: oneOf<Probe['result']>({ opaque: true, failed: true, 'not-sent': true }),
    plain: maybe(oneOf<'readable' | 'hidden'>({ readable: true, hidden: true })),
    preflight: flag,
    online: flag,
    localAccess: maybe(oneOf<'granted' | 'denied' | 'prompt'>({ granted: true, denied: true, prompt: true })),
  } satisfies Topic<'probe'>),
  v.object({
    ...note,
    topic: v.literal('network-look'),
    url: text,
    answered: flag,
    after: amount,
  } satisfies Topic<'network-look'>),
  v.object({
    ...note,
    topic: v.literal('local-access'),
    permission: oneOf<'granted' | 'denied' | 'prompt'>({ granted: true, denied: true, prompt: true }),
  } satisfies Topic<'local-access'>),
  v.object({
    ...note,
    topic: v.literal('clock-skew'),
    ahead: number,
    from: oneOf<'iat' | 'date'>({ iat: true, date: true }),
  } satisfies Topic<'clock-skew'>),
]);
