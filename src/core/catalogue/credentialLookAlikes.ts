import type { Evidence } from '../diagnosis/evidence.ts';
import { duration } from './duration.ts';
import type { LookAlike } from './entry.ts';

/** The other readings of one refused credential, each with the local fact that rules it out. */
export function credentialLookAlikes(evidence: Evidence): readonly LookAlike[] {
  const { credential, route } = evidence;
  if (credential === undefined) return [];
  const { kind, name, expiredFor, spentBy, handedOutAgain } = credential;
  const sent = kind === 'token' ? `a token was sent (${name ?? 'unnamed'})` : sentInWords[kind];
  const found: LookAlike[] = [];
  if (expiredFor !== undefined && expiredFor < 0) {
    const ahead = `exp was still ${duration(expiredFor * 1_000)} ahead`;
    found.push({ code: 'invalid_ephemeral_token', variant: 'expired', because: ahead });
    found.push({ code: 'invalid_ephemeral_token', variant: 'expired-between', because: ahead });
  }
  if (kind === 'token' && spentBy === undefined) {
    const because = 'no earlier successful call with this token is known on this origin';
    found.push({ code: 'invalid_ephemeral_token', variant: 'used', because });
    if (route === 'backend') found.push({ code: 'backend.cached-token', variant: 'used', because });
  } else if (spentBy !== undefined && handedOutAgain === undefined && route === 'backend') {
    const because = 'the session endpoint did not hand this token out again';
    found.push({ code: 'backend.cached-token', variant: 'used', because });
  }
  const kinds = [
    ['undefined', 'credential.undefined', 'sent'],
    ['api-key', 'invalid_request_error', 'api-key'],
    ['other', 'invalid_request_error', 'not-a-token'],
    ['none', 'invalid_request_error', 'no-authorization'],
  ] as const;
  for (const [other, code, variant] of kinds) {
    if (other !== kind) found.push({ code, variant, because: sent });
  }
  if (kind !== 'token') {
    found.push({
      code: 'invalid_ephemeral_token',
      variant: 'expired',
      because: `no token was sent: ${sent}`,
    });
    found.push({ code: 'invalid_ephemeral_token', variant: 'used', because: `no token was sent: ${sent}` });
  }
  return found;
}

const sentInWords = {
  'api-key': 'an API key was sent',
  undefined: 'the text “undefined” was sent',
  none: 'no Authorization header was sent',
  other: 'what was sent is neither a token nor an API key',
} as const;
