import { createRedactor } from '../../redaction.ts';
import { readToken } from '../../token.ts';
import { ask } from './askFor.ts';
import { verdictsOf } from './findingsOf.ts';
import { given } from './foreignValue.ts';
import type { Pasted } from './pasted.ts';
import { refusedBody } from './refusedBody.ts';
import { requestLog } from './suspectedLog.ts';

/** A token alone: what it says of itself, and what it is refused for once it is over. `now`: epoch ms. */
export function pastedToken(bearer: string, now: number): Pasted {
  const { issuedAt, expiresAt, problems } = readToken(bearer);
  const redactor = createRedactor();
  const name = redactor.name('token', bearer);
  const over = expiresAt !== undefined && expiresAt * 1000 <= now;
  const dates = { ...given('issuedAt', issuedAt), ...given('expiresAt', expiresAt) };
  const log = requestLog(
    { endpoint: 'calls', token: { name, ...dates }, outcome: { status: 401, body: refusedBody.token } },
    now,
  );
  return {
    kind: 'token',
    findings: over ? verdictsOf([log]) : [],
    facts: [
      ...(issuedAt === undefined ? [] : [`It was made at ${utc(issuedAt)}.`]),
      ...(expiresAt === undefined
        ? []
        : [
            `${over ? 'It ended' : 'It is valid until'} ${utc(expiresAt)}${over ? `, ${minutes(now / 1000 - expiresAt)} ago` : ''}.`,
          ]),
      ...problems,
    ],
    askFor: over ? [] : [ask.call],
  };
}

function utc(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime())
    ? `${seconds} s`
    : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function minutes(seconds: number): string {
  return seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
