import type { CatalogueEntry } from './entry.ts';
import { notDenied, refusedMedia } from './refusedMedia.ts';

export const mediaOverconstrained = {
  code: 'media.overconstrained',
  origin: 'debugger',
  title: 'No device is as it was asked for',
  cause:
    'getUserMedia was given an exact demand that no device meets: the id of a device that is gone, or a frame rate or size that the camera does not have. The error names the constraint.',
  remedy: 'Ask with “ideal” instead of “exact”, and forget remembered device ids that are gone.',
  surfaces: [{ step: 'offer', statuses: ['none'] }],
  variants: {
    device: refusedMedia({
      title: 'No device meets the demand',
      names: ['OverconstrainedError', 'ConstraintNotSatisfiedError'],
      why: (constraint) =>
        constraint === 'deviceId' || constraint === undefined
          ? 'The device that was asked for by its id is no longer there; ids also change when site data is cleared.'
          : `No device meets the demand for “${constraint}”.`,
      remedy:
        'Ask again without the id, or let the user choose anew. The official SDK’s camera settings (frame rate from 24) can do this too.',
      ruledOut: [
        notDenied,
        { code: 'media.notfound', variant: 'none', because: 'there are devices, but not this one' },
      ],
    }),
  },
} as const satisfies CatalogueEntry;
