import type { Switches } from '../src/core/session/switches.ts';
import { randomHex } from './simulatedReply.ts';
import type { World } from './world.ts';

export interface IssuedToken {
  /** epoch seconds */
  readonly expiresAt: number;
  spent: boolean;
}

/** The tokens that the simulated service has handed out. It outlives a world, as the real service outlives a run. */
export type TokenLedger = Pick<Map<string, IssuedToken>, 'get' | 'set'>;

export interface TokenMint {
  readonly world: World;
  readonly switches: Switches;
  readonly ledger: TokenLedger;
  /** epoch ms */
  readonly now: () => number;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
}

/**
 * Hands out a token as the documentation's sample has it: HS256, `sub`, `api_key_id`, `scope`, `iat`, `exp`, no `jti`;
 * `expires_at` is UTC without a zone, to the microsecond.
 */
export function mintToken(mint: TokenMint, age: number): { token: string; expiresAtText: string } {
  return issueToken(mint, age, mint.world.tokens?.lifetime ?? mint.switches.tokenLifetime);
}

/** A token that was minted `age` seconds ago and lives for `lifetime` seconds from then. */
export function issueToken(
  mint: TokenMint,
  age: number,
  lifetime: number,
): { token: string; expiresAtText: string } {
  const { world, ledger, now, random } = mint;
  const issuedMs = now() - age * 1000;
  const issuedAt = Math.floor(issuedMs / 1000);
  const expiresAt = Math.floor(issuedMs / 1000 + lifetime);
  const claims = {
    sub: `68da637a${randomHex(random, 16)}`,
    api_key_id: `68da65d3${randomHex(random, 16)}`,
    scope: 'api',
    iat: issuedAt,
    exp: expiresAt,
  };
  const signature = `CANARY${randomHex(random, 37)}`;
  const token = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url(claims)}.${signature}`;
  ledger.set(token, { expiresAt, spent: world.tokens?.spent ?? false });
  const microseconds = String(Math.floor(random() * 1000)).padStart(3, '0');
  const expiresAtText = new Date(issuedMs + lifetime * 1000).toISOString().replace('Z', microseconds);
  return { token, expiresAtText };
}

/** Why the service would refuse the token; undefined when it is good. The reply tells none of it. */
export function tokenTrouble(
  mint: TokenMint,
  token: string,
): 'unknown' | 'expired' | 'spent' | 'refused' | undefined {
  const issued = mint.ledger.get(token);
  if (issued === undefined) return 'unknown';
  if (mint.now() / 1000 >= issued.expiresAt) return 'expired';
  if (issued.spent) return 'spent';
  return mint.world.tokens?.refused ? 'refused' : undefined;
}

function base64url(value: unknown): string {
  return btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
