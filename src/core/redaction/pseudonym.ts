/** What is replaced. The pseudonym tells the class, and which one of it. */
export type SecretKind = 'token' | 'api-key' | 'turn-credential' | 'turn-username' | 'ice-pwd' | 'secret';

/**
 * The stand-in of the `number`th secret of a kind (from 1). That of an `ice-pwd` is a valid one, 24 ice-chars
 * (RFC 8839, section 5.4), so that SDP stays SDP.
 */
export function pseudonym(kind: SecretKind, number: number): string {
  return kind === 'ice-pwd' ? `redacted${String(number).padStart(16, '0')}` : `${kind}#${number}`;
}

const anyPseudonym = /(?:token|api-key|turn-credential|turn-username|secret)(?:#|%23)\d|redacted\d{16}/;

/**
 * Texts that stand where a secret belongs and are none: what is absent is what the developer must see; and what has a
 * pseudonym in it was redacted before.
 */
export function isNoSecret(text: string): boolean {
  return (
    /^(?:undefined|null|none|true|false|\[object Object\]|[^A-Za-z0-9]*)$/.test(text) ||
    anyPseudonym.test(text)
  );
}
