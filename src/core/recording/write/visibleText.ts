/**
 * Controls, marks that turn the writing direction around (Unicode, UAX #9), invisible characters and lone surrogates.
 * Tab and line feed stay, and so do the joiners that some scripts need.
 */
const unseen = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Cs}/gu;

/** The text with everything that a reader would not see named: `⟨U+202E⟩`. Line ends become line feeds. */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(unseen, named);
}

/** The same on one line. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim();
}

/** Whether there is anything in it that a reader would not see. */
export function hasUnseen(text: string): boolean {
  return text.search(unseen) >= 0;
}

/** The beginning and the end of a text that is longer than `limit` characters, and how much lies between. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = Math.floor(limit / 8);
  const begin = limit - end;
  const left = text.length - begin - end;
  return `${text.slice(0, begin)}\n… ${left.toLocaleString('en')} characters left out …\n${text.slice(begin + left)}`;
}

/** The end of the year 9999: later ones are not written with four digits (RFC 3339). */
const lastTime = 253_402_300_799_999;

/** Epoch ms as `2026-11-22T14:05:00.123Z`; what is no time of the years 1970 to 9999 becomes the epoch. */
export function utcTime(ms: number): string {
  return new Date(ms >= 0 && ms <= lastTime ? ms : 0).toISOString();
}

function named(char: string): string {
  return `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
