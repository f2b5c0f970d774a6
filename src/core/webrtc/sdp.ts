import { type Candidate, parseCandidate } from './candidate.ts';

/** One line as it stood. `raw` and `eol` of all lines, joined, are the text again. */
export interface SdpLine {
  /** from 1 */
  readonly number: number;
  /** without its end */
  readonly raw: string;
  readonly eol: '' | '\n' | '\r\n' | '\r';
  /** the letter before `=`; empty where the line is not `letter=value` */
  readonly type: string;
  readonly value: string;
  /** 0: the session, from 1: the media section */
  readonly section: number;
}

export interface SdpSection {
  readonly index: number;
  readonly kind: 'session' | 'media';
  /** of the `m=` line: `audio`, `video`, `application`, … */
  readonly media?: string;
  readonly port?: number;
  readonly protocol?: string;
  readonly formats?: readonly string[];
  readonly lines: readonly SdpLine[];
}

export interface Sdp {
  readonly lines: readonly SdpLine[];
  readonly sections: readonly SdpSection[];
}

/** Takes any text apart without losing a character; grammar after RFC 8866, but nothing is refused. */
export function tokenizeSdp(text: string): Sdp {
  const lines: SdpLine[] = [];
  const sections: { index: number; mLine: string | undefined; lines: SdpLine[] }[] = [
    { index: 0, mLine: undefined, lines: [] },
  ];
  for (const [, raw = '', end = ''] of text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)) {
    if (raw === '' && end === '') continue;
    const typed = /^[a-z]=/.test(raw);
    const type = typed ? raw.slice(0, 1) : '';
    const value = typed ? raw.slice(2) : '';
    if (type === 'm') sections.push({ index: sections.length, mLine: value, lines: [] });
    const line = {
      number: lines.length + 1,
      raw,
      eol: asEol(end),
      type,
      value,
      section: sections.length - 1,
    };
    lines.push(line);
    sections.at(-1)?.lines.push(line);
  }
  return {
    lines,
    sections: sections.map(({ index, mLine, lines: own }) =>
      mLine === undefined ? { index, kind: 'session', lines: own } : mediaSection(index, mLine, own),
    ),
  };
}

/** The text again, character by character. */
export function serializeSdp(sdp: Pick<Sdp, 'lines'>): string {
  return sdp.lines.map((line) => line.raw + line.eol).join('');
}

/** What stands before the first line end, whatever the text. */
export function firstLine(text: string): string {
  return text.slice(0, text.search(/[\r\n]|$/));
}

/** Every candidate that can be read, with its line and section. */
export function candidates(sdp: Sdp): readonly { readonly candidate: Candidate; readonly line: SdpLine }[] {
  return sdp.lines.flatMap((line) => {
    if (line.type !== 'a' || !line.value.startsWith('candidate:')) return [];
    const result = parseCandidate(line.value);
    return result.ok ? [{ candidate: result.candidate, line }] : [];
  });
}

function mediaSection(index: number, mLine: string, lines: readonly SdpLine[]): SdpSection {
  const [media = '', port = '', protocol = '', ...formats] = mLine.trim().split(/\s+/);
  return {
    index,
    kind: 'media',
    media,
    ...(/^\d/.test(port) ? { port: Number.parseInt(port, 10) } : {}),
    protocol,
    formats,
    lines,
  };
}

function asEol(end: string): SdpLine['eol'] {
  return end === '\r\n' || end === '\n' || end === '\r' ? end : '';
}
