import type { ReadonlySignal } from '@preact/signals';
import type { LogEntryOf } from '../../core/session/log.ts';
import { namedZone } from '../../core/session/namedZone.ts';
import { Facts } from '../kit/Facts.tsx';
import { clockTime } from '../kit/logTime.ts';

interface TokenFactsProps {
  readonly token: LogEntryOf<'token'>;
  readonly startedAt: number | undefined;
  readonly clock: ReadonlySignal<number>;
}

const sources: Readonly<Record<LogEntryOf<'token'>['from'], string>> = {
  'client-secrets': 'from client-secrets',
  session: 'from your session endpoint',
  pasted: 'pasted by hand',
  carried: 'kept from the run before',
};

/** `token#1 · exp in 14:32`: a pseudonym, so that reuse shows and the token does not. */
export function TokenFacts({ token, startedAt, clock }: TokenFactsProps) {
  const now = (startedAt ?? token.wallClock) + clock.value;
  const left = token.expiresAt === undefined ? undefined : token.expiresAt * 1000 - now;
  const expiry =
    left === undefined
      ? 'says nothing of its expiry'
      : left > 0
        ? `exp in ${clockTime(left)}`
        : `expired ${clockTime(left)} ago`;
  return (
    <Facts
      facts={[
        ['Token', `${token.token} · ${expiry} · ${sources[token.from]}`],
        ['Issued at', utc(token.issuedAt)],
        ['Expires at', utc(token.expiresAt)],
        ['expires_at says', token.expiresAtText === undefined ? undefined : namedZone(token.expiresAtText)],
      ]}
    />
  );
}

function utc(seconds: number | undefined): string | undefined {
  if (seconds === undefined || !Number.isFinite(seconds) || Math.abs(seconds) > 8e12) return undefined;
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
