import type { GlossaryTerm } from './glossary.ts';

export interface TextPart {
  readonly text: string;
  /** what the part is a mention of */
  readonly term?: GlossaryTerm;
}

/** Longer names before those that they contain. Ordinary words (offer, answer) count only with “SDP” before them. */
const mentions: readonly (readonly [term: GlossaryTerm, words: string])[] = [
  ['offer', 'SDP offer'],
  ['answer', 'SDP answer'],
  ['candidate-pair', '[Cc]andidate pairs?'],
  ['mdns', 'mDNS(?: candidates?)?|\\.local(?: candidates?)?'],
  ['candidate', '[Cc]andidates?'],
  ['data-channel', '[Dd]ata channel|SCTP'],
  ['token', '[Ee]phemeral token'],
  ['trickle', '[Tt]rickle(?: ICE)?'],
  ['ice', 'ICE'],
  ['stun', 'STUN'],
  ['turn', 'TURN'],
  ['dtls', 'DTLS'],
  ['sdp', 'SDP'],
  ['jitter', '[Jj]itter'],
];

const all = new RegExp(
  `(?<![\\w-])(?:${mentions.map(([, words]) => `(${words})`).join('|')})(?![\\w-])`,
  'g',
);

/** Cuts a text where it mentions a term of the glossary for the first time; the parts joined are the text. */
export function markTerms(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  const seen = new Set<GlossaryTerm>();
  let end = 0;
  for (const match of text.matchAll(all)) {
    const [term] = mentions[match.slice(1).findIndex((group) => group !== undefined)] ?? [];
    if (term === undefined || seen.has(term)) continue;
    seen.add(term);
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: match[0], term });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}
