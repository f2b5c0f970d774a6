import { decodeBase64 } from './base64.ts';
import { bareToken, latestPlausible, type TokenDates, tokenDates } from './tokenDates.ts';

/** What a bearer token says about itself. The token itself is not in here. */
export interface TokenReading extends TokenDates {
  /** What is odd about it, in words. */
  readonly problems: readonly string[];
}

/**
 * Reads a bearer token leniently; never throws, never returns the token. The signature is not checked: nobody but
 * the service can. Shape after RFC 7519; the documented sample has `sub`, `api_key_id`, `scope`, `iat` and `exp`.
 */
export function readToken(token: string): TokenReading {
  const bare = bareToken(token);
  const read = tokenDates(token, decodeBase64);
  const parts = bare.split('.');
  if (read.kind === 'api-key') return { ...read, problems: [] };
  if (read.kind === 'other') return { ...read, problems: whyNoJwt(bare, parts.length) };
  const { claims, issuedAt, expiresAt } = read;
  if (claims === undefined) return { ...read, problems: ['The payload of the JWT is not a JSON object.'] };
  const problems = [...dateProblem(claims, 'iat'), ...dateProblem(claims, 'exp')];
  if (parts[2] === '') problems.push('The JWT has no signature.');
  if (issuedAt !== undefined && expiresAt !== undefined && expiresAt <= issuedAt) {
    problems.push('The JWT ends (`exp`) before it begins (`iat`).');
  }
  return { ...read, problems };
}

function whyNoJwt(bare: string, parts: number): readonly string[] {
  if (bare === '') return ['There is no token: the text is empty.'];
  if (bare === 'undefined' || bare === 'null')
    return [`The token is the text "${bare}": it was never there.`];
  if (parts !== 3) return [`A JWT has 3 parts separated by dots, this has ${parts}.`];
  return ['The header of the JWT is not a JSON object.'];
}

function dateProblem(claims: Readonly<Record<string, unknown>>, name: 'iat' | 'exp'): readonly string[] {
  const value = claims[name];
  if (value === undefined) return [`The JWT has no \`${name}\`.`];
  if (typeof value !== 'number' || !Number.isFinite(value))
    return [`\`${name}\` of the JWT is not a number.`];
  return value > latestPlausible
    ? [`\`${name}\` of the JWT is in milliseconds; RFC 7519 wants seconds.`]
    : [];
}
