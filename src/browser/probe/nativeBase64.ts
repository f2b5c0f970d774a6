/** The browser’s own base64, in place of the one that `core` brings for where there is none. */
export const nativeBase64 = {
  /** of `shift` zero bytes and the text in UTF-8, without padding */
  encode(text: string, shift: number): string {
    const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
    return btoa('\0'.repeat(shift) + bytes.join('')).replace(/=+$/, '');
  },
  /** a character for each byte; throws where it is none */
  bytesOf: (text: string) => atob(text.replaceAll('-', '+').replaceAll('_', '/')),
  /** undefined where it is none, or no UTF-8 */
  decode(text: string): string | undefined {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(
        Uint8Array.from(nativeBase64.bytesOf(text), (char) => char.charCodeAt(0)),
      );
    } catch {
      return undefined;
    }
  },
};
