import { utf8Bytes } from '../../base64.ts';

/** Every byte of the UTF-8 text as `%XX` (RFC 3986, section 2.1). */
export function percentEncoded(text: string): string {
  return utf8Bytes(text)
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
