import { type CandidateResult, parseCandidate } from './candidate.ts';
import { type SdpLine, type SdpSection, tokenizeSdp } from './sdp.ts';

/** `a=name:value` or the flag `a=name`, whose value is ''. */
export interface SdpAttribute {
  readonly value: string;
  readonly line: SdpLine;
}

export interface SdpCandidate {
  readonly line: SdpLine;
  readonly result: CandidateResult;
}

interface Section {
  /** 0: the session */
  readonly index: number;
  readonly lines: readonly SdpLine[];
  readonly attributes: ReadonlyMap<string, readonly SdpAttribute[]>;
}

export interface MediaSection extends Section {
  readonly mLine: SdpLine | undefined;
  /** `audio`, `video`, `application`, … */
  readonly media: string;
  readonly port: number | undefined;
  readonly protocol: string;
  readonly formats: readonly string[];
  readonly mid: SdpAttribute | undefined;
  /** port 0, unless that only means bundle-only (RFC 9143, section 6) */
  readonly rejected: boolean;
  /** ICE and DTLS attributes must stand here: neither rejected nor bundled with an earlier section. */
  readonly ownTransport: boolean;
  readonly candidates: readonly SdpCandidate[];
}

/** An offer or answer, indexed once, so that no rule has to search. */
export interface Description {
  readonly side: 'offer' | 'answer';
  readonly lines: readonly SdpLine[];
  readonly session: Section;
  readonly media: readonly MediaSection[];
  /** mids of every `a=group:BUNDLE` */
  readonly bundles: readonly { readonly mids: readonly string[]; readonly line: SdpLine }[];
}

/** A candidate longer than this is none; the longest that a browser writes has some 200 characters. */
const longestCandidate = 4_096;

/** There are 128 payload types. */
const mostFormats = 256;

/** mids of one group that are looked at; no description has as many sections. */
const mostBundled = 2_048;

/** Reads any text; linear in its length. */
export function readDescription(text: string, side: 'offer' | 'answer'): Description {
  const { lines, sections } = tokenizeSdp(text);
  const session = section(sections[0] ?? { index: 0, kind: 'session', lines: [] });
  const bundles = (session.attributes.get('group') ?? []).flatMap(({ value, line }) => {
    const [semantics, ...mids] = words(value);
    return semantics === 'BUNDLE' ? [{ mids: [...new Set(mids)].slice(0, mostBundled), line }] : [];
  });
  const sharing = new Map<string, number>();
  for (const [group, { mids }] of bundles.entries()) for (const mid of mids) sharing.set(mid, group);
  const served = new Set<number>();
  const media = sections.slice(1).map((one): MediaSection => {
    const own = section(one);
    const { media: kind = '', port, protocol = '', formats = [] } = one;
    const rejected = port === 0 && !(side === 'offer' && own.attributes.has('bundle-only'));
    const mid = own.attributes.get('mid')?.[0];
    const group = mid === undefined ? undefined : sharing.get(mid.value.trim());
    const ownTransport = !rejected && (group === undefined || !served.has(group));
    if (ownTransport && group !== undefined) served.add(group);
    return {
      ...own,
      mLine: one.lines[0],
      media: kind,
      port,
      protocol,
      formats: formats.slice(0, mostFormats),
      mid,
      rejected,
      ownTransport,
      candidates: (own.attributes.get('candidate') ?? []).map(({ value, line }) => ({
        line,
        result:
          value.length > longestCandidate
            ? { ok: false, problem: `The candidate has ${value.length.toLocaleString('en')} characters.` }
            : parseCandidate(value),
      })),
    };
  });
  return { side, lines, session, media, bundles };
}

/** The first attribute of that name in the section or, where it has none, in the session. */
export function inherited(
  { session }: Description,
  { attributes }: Section,
  name: string,
): SdpAttribute | undefined {
  return (attributes.get(name) ?? session.attributes.get(name))?.[0];
}

/** `audio section (mid 0)` */
export function nameOf({ media, mid, index }: MediaSection): string {
  return `${brief(media)} section ${mid === undefined ? index : `(mid ${brief(mid.value)})`}`;
}

/** Words of a value, whatever white space stands between them. */
export function words(value: string): readonly string[] {
  return value.split(/\s+/).filter((word) => word !== '');
}

/** A foreign word in a sentence. */
export function brief(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function section({ index, lines }: SdpSection): Section {
  const attributes = new Map<string, SdpAttribute[]>();
  for (const line of lines) {
    if (line.type !== 'a') continue;
    const colon = line.value.indexOf(':');
    const name = colon === -1 ? line.value : line.value.slice(0, colon);
    const attribute = { value: colon === -1 ? '' : line.value.slice(colon + 1), line };
    const same = attributes.get(name);
    if (same === undefined) attributes.set(name, [attribute]);
    else same.push(attribute);
  }
  return { index, lines, attributes };
}
