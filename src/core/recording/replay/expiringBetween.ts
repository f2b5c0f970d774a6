import type { LogEntry } from '../../session/log.ts';
import type { Timing } from './replayReplies.ts';
import type { TokenStandIn } from './replayScenario.ts';

/** A token that expired between two requests does so in this time, s, and the call comes after it, ms. */
const shortLife = 3;
const waitForIt = 3200;

type Tokens = Readonly<Record<string, TokenStandIn>>;

/** Tokens that expire between two requests of `log`, and how long the call waits for that, ms. */
export function expiringBetween(
  log: readonly LogEntry[],
  tokens: Tokens,
  timing: Timing,
): { readonly tokens: Tokens; readonly waitBeforeCall: number } {
  return timing === 'recorded'
    ? { tokens, waitBeforeCall: waitBeforeCall(log) }
    : { tokens: shortened(tokens), waitBeforeCall: waitForIt };
}

function waitBeforeCall(log: readonly LogEntry[]): number {
  const offered = log.findLast(
    (entry) => entry.kind === 'step' && entry.step === 'offer' && entry.state === 'done',
  );
  const called = log.findLast((entry) => entry.kind === 'request' && entry.endpoint === 'calls');
  if (offered === undefined || called === undefined) return 0;
  return Math.max(0, Math.round(called.at - offered.at));
}

/** The same life, of which only its last seconds are left. */
function shortened(tokens: Tokens): Tokens {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => {
      const { issuedBefore, expiresAfter } = token;
      if (issuedBefore === undefined || expiresAfter === undefined) return [name, token];
      const gone = Math.max(0, expiresAfter - shortLife);
      return [name, { ...token, issuedBefore: issuedBefore + gone, expiresAfter: expiresAfter - gone }];
    }),
  );
}
