/** What a bearer token is and when it is valid: all that a log keeps of it. */
export interface TokenDates {
  readonly kind: 'jwt' | 'api-key' | 'other';
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** epoch seconds, from `iat` */
  readonly issuedAt?: number;
  /** epoch seconds, from `exp` */
  readonly expiresAt?: number;
}

/** Base64url as text; undefined where it is none. */
export type Decode = (text: string) => string | undefined;

/** NumericDate values above this are milliseconds by mistake: the year 5138. */
export const latestPlausible = 1e11;

/** Reads a bearer token leniently; never throws, never returns the token. Shape after RFC 7519. */
export function tokenDates(token: string, decode: Decode): TokenDates {
  const bare = bareToken(token);
  if (bare.startsWith('sk_orga_ai_')) return { kind: 'api-key' };
  const parts = bare.split('.');
  const header = parts.length === 3 ? jsonObject(decode(parts[0] ?? '')) : undefined;
  if (header === undefined) return { kind: 'other' };
  const claims = jsonObject(decode(parts[1] ?? ''));
  if (claims === undefined) return { kind: 'jwt', header };
  const issuedAt = numericDate(claims.iat);
  const expiresAt = numericDate(claims.exp);
  return {
    kind: 'jwt',
    header,
    claims,
    ...(issuedAt === undefined ? {} : { issuedAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

export function bareToken(token: string): string {
  return token.trim().replace(/^bearer\s+/i, '');
}

function numericDate(value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return value > latestPlausible ? value / 1000 : value;
}

function jsonObject(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    if (text === undefined) return undefined;
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
