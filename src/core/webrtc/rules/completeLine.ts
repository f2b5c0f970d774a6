import { parseCandidate } from '../candidate.ts';
import { words } from '../description.ts';
import type { SdpLine } from '../sdp.ts';
import { isFingerprint } from './fingerprintValue.ts';

const flags = [
  'sendrecv',
  'sendonly',
  'recvonly',
  'inactive',
  'rtcp-mux',
  'rtcp-mux-only',
  'rtcp-rsize',
  'ice-lite',
  'end-of-candidates',
  'bundle-only',
  'extmap-allow-mixed',
];
const valued = [
  'candidate',
  'extmap',
  'fingerprint',
  'fmtp',
  'group',
  'ice-options',
  'ice-pwd',
  'ice-ufrag',
  'max-message-size',
  'mid',
  'msid',
  'msid-semantic',
  'rtcp',
  'rtcp-fb',
  'rtpmap',
  'sctp-port',
  'setup',
  'ssrc',
  'ssrc-group',
  'tls-id',
];
const roles = ['active', 'passive', 'actpass', 'holdconn'];
const shapes = new Map<string, (value: string) => boolean>(
  Object.entries({
    candidate: (value: string) => parseCandidate(value).ok,
    fingerprint: isFingerprint,
    rtpmap: (value: string) => /\/\d/.test(value),
    'ice-pwd': (value: string) => value.length >= 22,
    'ice-ufrag': (value: string) => value.length >= 4,
    setup: (value: string) => roles.includes(value.trim()),
  }),
);

/** Whether a line that stops at the end of the text may stop there. In doubt yes: most values have no fixed end. */
export function isCompleteLine({ type, value }: SdpLine): boolean {
  if (value === '') return false;
  if (type === 'm') return words(value).length >= 4;
  if (type === 'o') return words(value).length >= 6;
  if (type === 'c') return words(value).length >= 3;
  if (type === 't') return words(value).length >= 2;
  if (type !== 'a') return true;
  const colon = value.indexOf(':');
  if (colon === -1) {
    return flags.includes(value) || ![...flags, ...valued].some((name) => name.startsWith(value));
  }
  const text = value.slice(colon + 1);
  return text !== '' && (shapes.get(value.slice(0, colon))?.(text) ?? true);
}
