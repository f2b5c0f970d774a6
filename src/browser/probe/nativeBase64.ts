/** The browser’s own base64, in place of the one that `core` brings for where there is none. */
export const nativeBase64 = {
  /** of `shift` zero bytes and the text in UTF-8, without padding */
  encode(text: string, shift: number): string {
    const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
    return btoa('\0'.repeat(shift) + bytes.join('')).replace(/=+$/, '');
  },
  /** undefined where it is none, or no UTF-8 */
  decode(text: string): string | undefined {
    try {
      const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
      return new TextDecoder('utf-8', { fatal: true }).decode(
        Uint8Array.from(bytes, (char) => char.charCodeAt(0)),
      );
    } catch {
      return undefined;
    }
  },
};
