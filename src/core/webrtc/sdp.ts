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
    const [, type = '', value = ''] = /^([a-z])=(.*)$/s.exec(raw) ?? [];
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

/** Values of `a=name:value` in one section, in order; a flag (`a=name`) has the value ''. */
export function attributes(sdp: Sdp, name: string, section: number): readonly string[] {
  return (sdp.sections[section]?.lines ?? []).flatMap((line) => {
    if (line.type !== 'a') return [];
    if (line.value === name) return [''];
    return line.value.startsWith(`${name}:`) ? [line.value.slice(name.length + 1)] : [];
  });
}

/** An attribute of the section or, where it has none, of the session (RFC 8842 allows both for `setup` and `fingerprint`). */
export function attribute(sdp: Sdp, name: string, section: number): string | undefined {
  return attributes(sdp, name, section)[0] ?? attributes(sdp, name, 0)[0];
}

/** Every candidate that can be read, with its line and section. */
export function candidates(sdp: Sdp): readonly { readonly candidate: Candidate; readonly line: SdpLine }[] {
  return sdp.lines.flatMap((line) => {
    if (line.type !== 'a' || !line.value.startsWith('candidate:')) return [];
    const result = parseCandidate(line.value);
    return result.ok ? [{ candidate: result.candidate, line }] : [];
  });
}

/** `hash-function value` of every fingerprint line (RFC 8122). */
export function fingerprints(
  sdp: Sdp,
): readonly { readonly hash: string; readonly value: string; readonly line: SdpLine }[] {
  return sdp.lines.flatMap((line) => {
    const [, hash, value] = /^fingerprint:(\S+)\s+(\S+)/.exec(line.type === 'a' ? line.value : '') ?? [];
    return hash === undefined || value === undefined
      ? []
      : [{ hash: hash.toLowerCase(), value: value.toUpperCase(), line }];
  });
}

/** `a=setup` of a section: `active`, `passive`, `actpass` or `holdconn` (RFC 4145). */
export function setup(sdp: Sdp, section: number): string | undefined {
  return attribute(sdp, 'setup', section);
}

/** `a=mid` of a section (RFC 5888). */
export function mid(sdp: Sdp, section: number): string | undefined {
  return attributes(sdp, 'mid', section)[0];
}

function mediaSection(index: number, mLine: string, lines: readonly SdpLine[]): SdpSection {
  const [media = '', port = '', protocol = '', ...formats] = mLine.trim().split(/\s+/);
  return {
    index,
    kind: 'media',
    media,
    ...(/^\d+/.test(port) ? { port: Number.parseInt(port, 10) } : {}),
    protocol,
    formats,
    lines,
  };
}

function asEol(end: string): SdpLine['eol'] {
  return end === '\r\n' || end === '\n' || end === '\r' ? end : '';
}
