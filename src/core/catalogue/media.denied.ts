import type { Evidence } from '../diagnosis/evidence.ts';
import { type RefusedDevice, refusedDevice, theDevice } from './devices.ts';
import type { CatalogueEntry, Finding } from './entry.ts';
import { quoted } from './reply.ts';

type Refuser = 'user' | 'policy' | 'os';

export const mediaDenied = {
  code: 'media.denied',
  origin: 'debugger',
  title: 'The microphone or camera was not allowed',
  cause:
    'Browsers ask the user before a page may listen or look. The answer was no: the user’s, the page’s embedding (a frame without allow="microphone"), or the operating system’s. All three are a NotAllowedError.',
  remedy:
    'Allow the device where it was refused: the browser’s site settings, the frame, or the system’s privacy settings.',
  surfaces: [{ step: 'offer', statuses: ['none'] }],
  variants: {
    user: {
      title: 'The browser was told not to allow the device',
      actor: 'browser',
      specificity: 84,
      of: ['failed', 'connected'],
      recognise: (evidence) =>
        finding(
          evidence,
          'user',
          'The user said no, now or earlier, or a browser setting says it for them.',
          'Click the icon beside the address and allow the device; the page must then ask again. A prompt that is dismissed a few times is refused for good.',
        ),
    },
    policy: {
      title: 'The page stands in a frame that may not use the device',
      actor: 'backend',
      specificity: 85,
      of: ['failed', 'connected'],
      recognise: (evidence) =>
        finding(
          evidence,
          'policy',
          'This page stands in a frame. Without allow="microphone; camera" on the iframe, or with a Permissions-Policy that forbids it, nobody is even asked.',
          'Add allow="microphone; camera; autoplay" to the iframe element, and check the Permissions-Policy header of the page around it.',
        ),
    },
    os: {
      title: 'The operating system does not let the browser use the device',
      actor: 'browser',
      specificity: 86,
      of: ['failed', 'connected'],
      recognise: (evidence) =>
        finding(
          evidence,
          'os',
          'The browser may, but the operating system does not let it.',
          'Allow the browser in the system’s privacy settings (macOS: Privacy & Security; Windows: Privacy, Microphone), then restart the browser.',
        ),
    },
  },
} as const satisfies CatalogueEntry;

function finding(evidence: Evidence, refuser: Refuser, why: string, remedy: string): Finding | undefined {
  const refused = refusedDevice(evidence);
  if (
    refused === undefined ||
    !/^(?:NotAllowedError|PermissionDeniedError|SecurityError)$/.test(refused.error.name)
  )
    return undefined;
  if (refuserOf(refused) !== refuser) return undefined;
  const { device, entry, error, media } = refused;
  return {
    certainty: refuser === 'policy' ? 'likely' : 'proved',
    cause: `${theDevice(device)} was refused: ${error.name}, ${quoted(error.message)}. ${why}${evidence.phase === 'connected' ? ' The session goes on without it.' : ''}`,
    remedy,
    evidence: [
      {
        entry: media?.id ?? entry.id,
        says: `${error.name}${media?.permission === undefined ? '' : `; the permission is “${media.permission}”`}${media?.framed === true ? '; the page stands in a frame' : ''}`,
      },
    ],
    causedBy: { step: evidence.step, entry: media?.id ?? entry.id },
    ruledOut: [
      { code: 'media.notfound', variant: 'none', because: 'the browser did not say that there is no device' },
      { code: 'ctx.insecure', variant: 'origin', because: 'the page may ask: it is a secure one' },
    ],
  };
}

function refuserOf({ error, media }: RefusedDevice): Refuser {
  if (/by (?:the )?(?:system|operating)/i.test(error.message)) return 'os';
  return media?.framed === true ? 'policy' : 'user';
}
