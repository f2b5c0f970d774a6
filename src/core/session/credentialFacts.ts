import { decodeBase64 } from '../base64.ts';
import type { Redactor } from '../redaction.ts';
import { type Decode, tokenDates } from '../tokenDates.ts';
import type { CredentialFacts } from './log.ts';

/**
 * What a request carries as its credential. The look decides first, so that an API key where the token belongs is
 * seen as what it is; of an unusual look, what we know it to be.
 */
export function credentialFacts(
  bearer: string | undefined,
  known: KnownCredentials,
  redactor: Redactor,
): CredentialFacts {
  return credentialFactsBy(decodeBase64, bearer, known, redactor);
}

interface KnownCredentials {
  readonly token: string | undefined;
  readonly apiKey: string | undefined;
}

/** The same, with another way to read base64. */
export function credentialFactsBy(
  decode: Decode,
  bearer: string | undefined,
  known: KnownCredentials,
  redactor: Redactor,
): CredentialFacts {
  if (bearer === undefined) return { kind: 'none' };
  if (bearer === 'undefined' || bearer === 'null') return { kind: 'undefined' };
  const look = tokenDates(bearer, decode).kind;
  if (look === 'api-key') return { kind: 'api-key', name: redactor.name('api-key', bearer) };
  if (look === 'jwt' || bearer === known.token)
    return { kind: 'token', name: redactor.name('token', bearer) };
  return bearer === known.apiKey
    ? { kind: 'other', name: redactor.name('api-key', bearer) }
    : { kind: 'other' };
}
