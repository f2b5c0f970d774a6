import { refusedDevice, theDevice } from './devices.ts';
import type { LookAlike, Variant } from './entry.ts';
import { quoted } from './reply.ts';

/** A variant that one name of getUserMedia’s error tells. */
export function refusedMedia(given: {
  readonly title: string;
  readonly names: readonly string[];
  /** in its message, where the name says too little */
  readonly words?: RegExp;
  /** a sentence, given the name of the constraint where there is one */
  readonly why: (constraint: string | undefined) => string;
  readonly remedy: string;
  readonly ruledOut: readonly LookAlike[];
}): Variant {
  return {
    title: given.title,
    actor: 'browser',
    specificity: 85,
    of: ['failed', 'connected'],
    recognise: (evidence) => {
      const refused = refusedDevice(evidence);
      if (refused === undefined || !given.names.includes(refused.error.name)) return undefined;
      if (given.words?.test(refused.error.message) === false) return undefined;
      const { device, entry, error, media } = refused;
      return {
        certainty: 'proved',
        cause: `${theDevice(device)} could not be had: ${error.name}${error.message === '' ? '' : `, ${quoted(error.message)}`}. ${given.why(media?.constraint)}${evidence.phase === 'connected' ? ' The session goes on without it.' : ''}`,
        remedy: given.remedy,
        evidence: [
          {
            entry: media?.id ?? entry.id,
            says: `${error.name}${media?.constraint === undefined ? '' : `; constraint “${media.constraint}”`}`,
          },
        ],
        causedBy: { step: evidence.step, entry: media?.id ?? entry.id },
        ruledOut: given.ruledOut,
      };
    },
  };
}

export const notDenied: LookAlike = {
  code: 'media.denied',
  variant: 'user',
  because: 'nobody refused the permission: the error would be NotAllowedError',
};
