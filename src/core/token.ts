import { decodeBase64 } from './base64.ts';

/** What a bearer token says about itself. The token itself is not in here. */
export interface TokenReading {
  readonly kind: 'jwt' | 'api-key' | 'other';
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** epoch seconds, from `iat` */
  readonly issuedAt?: number;
  /** epoch seconds, from `exp` */
  readonly expiresAt?: number;
  /** What is odd about it, in words. */
  readonly problems: readonly string[];
}

/** NumericDate values above this are milliseconds by mistake: the year 5138. */
const latestPlausible = 1e11;

/**
 * Reads a bearer token leniently; never throws, never returns the token. The signature is not checked: nobody but
 * the service can. Shape after RFC 7519; the documented sample has `sub`, `api_key_id`, `scope`, `iat` and `exp`.
 */
export function readToken(token: string): TokenReading {
  const bare = token.trim().replace(/^bearer\s+/i, '');
  if (bare.startsWith('sk_orga_ai_')) return { kind: 'api-key', problems: [] };
  const parts = bare.split('.');
  const header = parts.length === 3 ? jsonObject(parts[0] ?? '') : undefined;
  if (header === undefined) return { kind: 'other', problems: whyNoJwt(bare, parts.length) };
  const claims = jsonObject(parts[1] ?? '');
  if (claims === undefined) {
    return { kind: 'jwt', header, problems: ['The payload of the JWT is not a JSON object.'] };
  }
  const problems: string[] = [];
  const issuedAt = numericDate(claims, 'iat', problems);
  const expiresAt = numericDate(claims, 'exp', problems);
  if (parts[2] === '') problems.push('The JWT has no signature.');
  if (issuedAt !== undefined && expiresAt !== undefined && expiresAt <= issuedAt) {
    problems.push('The JWT ends (`exp`) before it begins (`iat`).');
  }
  return {
    kind: 'jwt',
    header,
    claims,
    ...(issuedAt === undefined ? {} : { issuedAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    problems,
  };
}

function whyNoJwt(bare: string, parts: number): readonly string[] {
  if (bare === '') return ['There is no token: the text is empty.'];
  if (bare === 'undefined' || bare === 'null')
    return [`The token is the text "${bare}": it was never there.`];
  if (parts !== 3) return [`A JWT has 3 parts separated by dots, this has ${parts}.`];
  return ['The header of the JWT is not a JSON object.'];
}

function numericDate(
  claims: Readonly<Record<string, unknown>>,
  name: 'iat' | 'exp',
  problems: string[],
): number | undefined {
  const value = claims[name];
  if (value === undefined) {
    problems.push(`The JWT has no \`${name}\`.`);
    return undefined;
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    problems.push(`\`${name}\` of the JWT is not a number.`);
    return undefined;
  }
  if (value > latestPlausible) {
    problems.push(`\`${name}\` of the JWT is in milliseconds; RFC 7519 wants seconds.`);
    return value / 1000;
  }
  return value;
}

function jsonObject(part: string): Readonly<Record<string, unknown>> | undefined {
  const text = decodeBase64(part);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
