/**
 * What cannot be seen, or changes how what follows is seen: control characters but tab and line ends, soft hyphens,
 * zero-width and bidirectional controls (UAX #9, section 2), line separators, language tags, halves of surrogate pairs.
 */
const unseen =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const plain = /^[\n\r\t\x20-\x7e]*$/;

/** A foreign text in which nothing hides: what cannot be seen is spelt, as `␛` or `⟨U+202E⟩`. */
export function visibleText(text: string): string {
  return plain.test(text) ? text : text.replace(unseen, spelt);
}

/** The same on one line, cut off after so many characters. */
export function visibleLine(text: string, most: number): string {
  const beginning = text.length > most ? `${beginningOf(text, most - 1)}…` : text;
  return visibleText(beginning.replace(/[\t\n\r]+/g, ' '));
}

/** The first characters, and no half of one. */
export function beginningOf(text: string, most: number): string {
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff && text.length > most ? most - 1 : most);
}

function spelt(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  // The control pictures stand in the order of what they picture (Unicode 16, block 2400).
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
