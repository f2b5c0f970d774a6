import type { LogEntry } from '../../session/log.ts';
import type { ReplyReading } from '../../session/reply.ts';
import {
  ended,
  envelope,
  type Literal,
  logOf,
  request,
  response,
  restError,
  wallClock,
} from './literalLog.ts';

export const invalidToken = envelope('Invalid ephemeral token');
/** s */
export const iat = wallClock / 1000;

/** token#1 as received; `exp` in s from the start of the run */
export function token(exp: number, rest: Partial<Extract<Literal, { kind: 'token' }>> = {}): Literal {
  return {
    kind: 'token',
    step: 'token',
    token: 'token#1',
    from: 'client-secrets',
    issuedAt: iat,
    expiresAt: iat + exp,
    wallClock: wallClock + 100,
    ...rest,
  };
}

/** A token that was refused: …, request, response 401, rest-error, step, run */
export function refusedAfter(
  route: 'rest' | 'backend',
  endpoint: 'ice-config' | 'calls',
  before: readonly Literal[],
  at: number,
  reading: ReplyReading = invalidToken,
): readonly LogEntry[] {
  const failedBy = `e${before.length + 4}`;
  return logOf(
    route,
    ...before,
    request(endpoint, { at, request: 'r9' }),
    response(401, { request: 'r9' }),
    restError(endpoint, { reason: 'http', status: 401, reading }, { request: 'r9' }),
    ...ended(endpoint === 'calls' ? 'call' : 'ice-config', failedBy),
  );
}

export const successfulCall: readonly Literal[] = [
  request('calls', { request: 'r1' }),
  response(200, { request: 'r1' }),
  { kind: 'run', state: 'connected' },
  { kind: 'attempt', number: 2, from: 'offer', why: 'again', delay: 0 },
];
