import type { Redactor } from '../../redaction.ts';
import { credentialFacts } from '../../session/credentialFacts.ts';
import type { CredentialFacts, Endpoint } from '../../session/log.ts';
import type { SessionReply } from '../../session/sessionReply.ts';
import { memberOf, textOf } from './foreignValue.ts';
import type { SessionExchange } from './harEndpoint.ts';

/** Which credential each request of a HAR carried. */
export interface HarCredentials {
  /** name in the log of the token that was handed out last */
  readonly held: () => string | undefined;
  /** Before a reply's body is redacted: what it hands out gets its name. */
  nameSecrets(endpoint: Endpoint, reply: SessionReply<Endpoint> | undefined): void;
  /** Chromium leaves credentials out of a HAR unless it is told otherwise; then the token that was handed out is meant. */
  of(exchange: SessionExchange): CredentialFacts;
}

export function createHarCredentials(
  found: readonly SessionExchange[],
  {
    redactor,
    ownFile,
    notes,
  }: { readonly redactor: Redactor; readonly ownFile: boolean; readonly notes: Set<string> },
): HarCredentials {
  const sanitized = !found.some(({ exchange }) => exchange.headers.authorization !== undefined);
  let held: { readonly token: string; readonly name: string } | undefined;
  return {
    held: () => held?.name,
    nameSecrets(endpoint, reply) {
      const value = reply === undefined ? undefined : reply.ok ? reply.value : reply.partial;
      const token = textOf(memberOf(value, 'token'), 20_000);
      if (token === undefined) return;
      if (endpoint === 'session' || endpoint === 'client-secrets')
        held = { token, name: redactor.name('token', token) };
    },
    of({ endpoint, exchange }) {
      if (!sanitized || endpoint === 'session') {
        const bearer = exchange.headers.authorization?.match(/^Bearer\s([^]*)/i)?.[1]?.trim();
        // A file that this debugger wrote names the secret that it replaced.
        const [name, kind] = bearer?.match(/^(token|api-key)#\d{1,9}$/) ?? [];
        if (ownFile && name !== undefined) return { kind: kind === 'token' ? 'token' : 'api-key', name };
        return credentialFacts(bearer, { token: held?.token, apiKey: undefined }, redactor);
      }
      notes.add(
        'The file has no Authorization headers: which credential was sent is taken from the replies before.',
      );
      if (endpoint === 'client-secrets') return { kind: 'other' };
      return held === undefined ? { kind: 'other' } : { kind: 'token', name: held.name };
    },
  };
}
