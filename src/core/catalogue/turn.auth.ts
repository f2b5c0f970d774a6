import type { Evidence } from '../diagnosis/evidence.ts';
import type { ServerOutcome } from '../diagnosis/serverOutcomes.ts';
import { howItEnded } from './connection.ts';
import { duration } from './duration.ts';
import type { CatalogueEntry, Finding } from './entry.ts';
import { relayMissed, serverProofs, serversThat } from './relay.ts';

export const turnAuth = {
  code: 'turn.auth',
  origin: 'debugger',
  title: 'The TURN server refused the credentials',
  cause:
    'The server was reached and answered 401: user name or password are not what it expects, or their time has passed. Without it there is no relay, the only way where the direct one is blocked.',
  remedy: 'Fetch fresh ICE servers right before the session, and hand username and credential on unchanged.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    refused: {
      title: 'The TURN server refused user name or password',
      actor: 'orga',
      specificity: 80,
      of: ['failed', 'waiting'],
      adviceOf: ['connected'],
      recognise: (evidence) => {
        const refused = refusedCredentials(evidence);
        if (refused === undefined || expiredFor(evidence, refused) !== undefined) return undefined;
        return finding(evidence, refused, {
          why: 'User name or password are wrong, or no longer valid.',
          remedy:
            'Fetch the ICE servers anew with ice-config and use them at once; check that nothing shortens, escapes or swaps username and credential. If fresh ones are refused too, report it.',
        });
      },
    },
    expired: {
      title: 'The TURN credentials have expired',
      actor: 'backend',
      specificity: 80.5,
      of: ['failed', 'waiting'],
      adviceOf: ['connected'],
      recognise: (evidence) => {
        const refused = refusedCredentials(evidence);
        const ago = refused && expiredFor(evidence, refused);
        if (refused === undefined || ago === undefined) return undefined;
        return finding(evidence, refused, {
          why: `The user name carries its own end, which passed ${duration(ago)} before.`,
          remedy:
            'Do not cache ICE servers longer than their credentials live: fetch them right before each session.',
        });
      },
    },
  },
} as const satisfies CatalogueEntry;

function refusedCredentials(evidence: Evidence): ServerOutcome | undefined {
  const [refused] = serversThat(
    evidence,
    ({ relay, errorCode }) => relay && errorCode !== undefined && [401, 403, 438, 441].includes(errorCode),
  );
  return refused;
}

/** ms since the credentials' own end, where the user name has one. */
function expiredFor({ run, failing }: Evidence, { expiresAt, proof }: ServerOutcome): number | undefined {
  if (expiresAt === undefined || run === undefined) return undefined;
  const ago = run.wallClock + (proof?.at ?? failing.at) - expiresAt;
  return ago > 0 ? ago : undefined;
}

function finding(
  evidence: Evidence,
  refused: ServerOutcome,
  { why, remedy }: { readonly why: string; readonly remedy: string },
): Finding | undefined {
  const missed = relayMissed(evidence);
  if (missed === undefined && evidence.phase !== 'connected') return undefined;
  const servers = evidence.connection.iceServers;
  const effect =
    missed === 'alone'
      ? 'With the policy “relay” there is no other way.'
      : missed === 'way-round'
        ? 'The direct way failed too, and the relay would have been the way round.'
        : 'This session did without; where the direct way is blocked it could not.';
  return {
    certainty: missed === 'way-round' ? 'likely' : 'proved',
    specificity: missed === 'alone' ? 81 : 76.5,
    cause: `${refused.url} answered ${refused.errorCode ?? 401}. ${why} ${effect} Firefox gives 401 for a reached quota as well.`,
    remedy,
    evidence: [...serverProofs([refused]), howItEnded(evidence)],
    causedBy: { step: 'ice-config', entry: servers?.id ?? refused.proof?.entry ?? evidence.failing.id },
    ruledOut: [
      { code: 'turn.udp.dead', variant: 'no-answer', because: 'the server answered' },
      {
        code: 'turn.quota',
        variant: 'reached',
        because: `the error is ${refused.errorCode ?? 401}, not 486`,
      },
      { code: 'net.udp-blocked', variant: 'relay-silent', because: 'its refusal came through the network' },
      { code: 'ice.dns', variant: 'lookup', because: 'its name was found' },
    ],
  };
}
