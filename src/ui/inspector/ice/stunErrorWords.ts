/** STUN and TURN error codes (RFC 8489 section 14.8, RFC 8656 section 19) and the browser's own 701, in words. */
const words: Readonly<Record<number, string>> = {
  300: 'Asks to try another server',
  400: 'Bad request',
  401: 'User name or password refused',
  403: 'Forbidden by the server',
  420: 'Unknown attribute',
  437: 'Allocation mismatch',
  438: 'The nonce is stale',
  440: 'Address family not supported',
  441: 'Wrong credentials for this allocation',
  442: 'Transport protocol not supported',
  443: 'Address family of the peer does not match',
  486: 'Allocation quota reached',
  500: 'Error inside the server',
  508: 'The server has no capacity left',
  701: 'This browser could not reach it',
};

/** `401 · User name or password refused`; a code that is in no specification stays a number. */
export function stunErrorWords(code: number): string {
  const known = words[code];
  return known === undefined ? String(code) : `${code} · ${known}`;
}
