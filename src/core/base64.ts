const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const values: ReadonlyMap<string, number> = new Map(
  `${alphabet}-_`.split('').map((char, index) => [char, index < 64 ? index : index - 2]),
);

/** UTF-8 bytes of a text; a lone surrogate becomes U+FFFD, as TextEncoder does (Encoding Standard). */
export function utf8Bytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const char of text) {
    const read = char.codePointAt(0) ?? 0;
    const point = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else {
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 63),
        0x80 | ((point >> 6) & 63),
        0x80 | (point & 63),
      );
    }
  }
  return bytes;
}

/** Base64 (RFC 4648, section 4) without padding. */
export function encodeBase64(bytes: readonly number[]): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index;
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    text += alphabet.charAt(group >> 18) + alphabet.charAt((group >> 12) & 63);
    if (left > 1) text += alphabet.charAt((group >> 6) & 63);
    if (left > 2) text += alphabet.charAt(group & 63);
  }
  return text;
}

/**
 * The text in base64 or base64url, with or without padding (RFC 4648), read as UTF-8.
 * `undefined` where it is neither.
 */
export function decodeBase64(text: string): string | undefined {
  const bare = text.replace(/={1,2}$/, '');
  if (bare.length % 4 === 1) return undefined;
  let encoded = '';
  let buffer = 0;
  let bits = 0;
  for (const char of bare) {
    const value = values.get(char);
    if (value === undefined) return undefined;
    buffer = ((buffer << 6) | value) & 0xfff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      encoded += `%${((buffer >> bits) & 0xff).toString(16).padStart(2, '0')}`;
    }
  }
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

/** The bytes that base64 or base64url stand for, with or without padding; `undefined` where it is neither. */
export function decodeBase64Bytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bare = text.replace(/={1,2}$/, '');
  if (bare.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((bare.length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let length = 0;
  for (const char of bare) {
    const value = values.get(char);
    if (value === undefined) return undefined;
    buffer = ((buffer << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (buffer >> bits) & 0xff;
    length += 1;
  }
  return bytes;
}

/** Base64url (RFC 4648, section 5) without padding: nothing in it needs escaping in a URL. */
export function encodeBase64Url(bytes: readonly number[]): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_');
}
