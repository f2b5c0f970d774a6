import { words } from '../description.ts';

const bytes = new Map(
  Object.entries({ 'sha-1': 20, 'sha-224': 28, 'sha-256': 32, 'sha-384': 48, 'sha-512': 64 }),
);

/** `hash-function hex:hex:…` of the length that belongs to the hash (RFC 8122, section 5; md5 and md2 are forbidden). */
export function isFingerprint(value: string): boolean {
  return fingerprintProblem(value) === undefined;
}

/** What is wrong with the value of `a=fingerprint`, as a sentence. */
export function fingerprintProblem(value: string): string | undefined {
  const [hash, digits, ...rest] = words(value);
  if (hash === undefined || digits === undefined || rest.length > 0)
    return 'It is not “hash-function hexadecimal bytes”.';
  const length = bytes.get(hash.toLowerCase());
  if (length === undefined) return `“${hash.slice(0, 40)}” is no hash function that browsers take.`;
  const given = digits.split(':');
  if (!given.every((pair) => /^[0-9a-f]{2}$/i.test(pair))) {
    return 'The bytes are not pairs of hexadecimal digits with colons between them.';
  }
  return given.length === length
    ? undefined
    : `${hash} has ${length} bytes, here are ${given.length.toLocaleString('en')}.`;
}
