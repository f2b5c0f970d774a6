/** What is replaced. The pseudonym tells the class, and which one of it. */
export type SecretKind = 'token' | 'api-key' | 'turn-credential' | 'turn-username' | 'ice-pwd' | 'secret';

/**
 * The stand-in of the `number`th secret of a kind (from 1). That of an `ice-pwd` is a valid one, 24 ice-chars
 * (RFC 8839, section 5.4), so that SDP stays SDP; and one that is too short, 20, where the password itself is, so that
 * lint still sees it.
 */
export function pseudonym(kind: SecretKind, number: number, length: number): string {
  if (kind !== 'ice-pwd') return `${kind}#${number}`;
  return `redacted${String(number).padStart(length < shortestIcePwd ? 12 : 16, '0')}`;
}

/** RFC 8839, section 5.4 */
const shortestIcePwd = 22;

const anyPseudonym = /(?:token|api-key|turn-credential|turn-username|secret)(?:#|%23)\d|redacted\d{12}/;

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
