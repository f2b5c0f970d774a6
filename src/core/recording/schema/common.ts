import * as v from 'valibot';
import type { Common } from '../../session/log.ts';
import { type Members, maybe } from './scalars.ts';
import { sessionStep } from './settingsSchema.ts';

/** What every entry has. */
export const common = {
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  at: v.pipe(v.number(), v.minValue(-1e12), v.maxValue(1e12)),
  step: maybe(sessionStep),
  attempt: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
} satisfies Members<Common>;
