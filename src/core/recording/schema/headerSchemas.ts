import * as v from 'valibot';
import type { RecordedVerdict, RecordingSource } from '../recording.ts';
import { label, type Members, maybe, oneOf } from './scalars.ts';
import { sessionStep } from './settingsSchema.ts';

export const recordingSource = oneOf<RecordingSource>({
  debugger: true,
  probe: true,
  har: true,
  'webrtc-internals': true,
  rtcstats: true,
  sdp: true,
});

/** It becomes a key of storage and a part of addresses. */
export const recordingId = v.pipe(v.string(), v.regex(/^[\w.:-]{1,100}$/));

export const recordedVerdict: v.GenericSchema<unknown, RecordedVerdict> = v.object({
  code: label,
  variant: maybe(label),
  certainty: oneOf<RecordedVerdict['certainty']>({ proved: true, likely: true }),
  title: label,
  step: maybe(sessionStep),
} satisfies Members<RecordedVerdict>);
