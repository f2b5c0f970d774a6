import { type AlignedRow, alignLines } from './alignLines.ts';
import { type Description, inherited, type MediaSection, readDescription, words } from './description.ts';
import { judgedPart } from './judgedPart.ts';
import { compareNames, type KeptNames } from './keptNames.ts';
import { codecsOf, isRtp } from './rules/codecs.ts';
import { type Direction, directionOf } from './rules/direction.ts';

export interface Sides<T> {
  readonly offer: T | undefined;
  readonly answer: T | undefined;
}

/** What an offer and its answer agree on in one section; where one of them lacks the section, its side is undefined. */
export interface SectionComparison {
  /** 0: the session, from 1: the media section */
  readonly index: number;
  /** `session`, `audio`, `video`, `application`, …: the offer’s, or the answer’s where it has none */
  readonly media: string;
  readonly mid: Sides<string>;
  readonly rejected: boolean;
  /** who sends, seen from the offer: `undefined` outside audio and video or while one side lacks */
  readonly direction: Sides<Direction> & { readonly agreed: Direction | undefined };
  readonly setup: Sides<string>;
  /** what speaks DTLS first: the side that is `active` */
  readonly dtlsClient: 'offer' | 'answer' | undefined;
  readonly codecs: KeptNames;
  /** RTP header extensions, by URI */
  readonly extensions: KeptNames;
  readonly candidates: { readonly offer: number; readonly answer: number };
  /** what matters, in words, one line each; empty where both agree */
  readonly differences: readonly string[];
  /** the lines, beside each other */
  readonly rows: readonly AlignedRow[];
}

/**
 * Offer and answer side by side, section by section. Takes any text, never throws; n log n in the number of lines, of
 * which it reads as many as lint does (`judgedPart`).
 */
export function compareSdp(
  offer: string | undefined,
  answer: string | undefined,
): readonly SectionComparison[] {
  const ours = readDescription(judgedPart(offer ?? ''), 'offer');
  const theirs = readDescription(judgedPart(answer ?? ''), 'answer');
  const session = {
    ...nothing,
    index: 0,
    media: 'session',
    rows: alignLines(ours.session.lines, theirs.session.lines),
  };
  const count = Math.max(ours.media.length, theirs.media.length);
  return [
    session,
    ...Array.from({ length: count }, (_, index) =>
      compareSection(ours, ours.media[index], theirs, theirs.media[index], answer !== undefined),
    ),
  ];
}

const none = { kept: [], dropped: [], added: [] } as const;
const neither = { offer: undefined, answer: undefined } as const;
const nothing = {
  mid: neither,
  rejected: false,
  direction: { ...neither, agreed: undefined },
  setup: neither,
  dtlsClient: undefined,
  codecs: none,
  extensions: none,
  candidates: { offer: 0, answer: 0 },
  differences: [],
} as const;

function compareSection(
  ours: Description,
  asked: MediaSection | undefined,
  theirs: Description,
  given: MediaSection | undefined,
  answered: boolean,
): SectionComparison {
  const any = asked ?? given;
  const setup = { offer: setupOf(ours, asked), answer: setupOf(theirs, given) };
  const facts = {
    index: any?.index ?? 0,
    media: any?.media ?? '',
    mid: { offer: asked?.mid?.value, answer: given?.mid?.value },
    rejected: given?.rejected ?? false,
    direction: direction(ours, asked, theirs, given),
    setup,
    dtlsClient: dtlsClient(setup),
    codecs: compareNames(namesOf(asked, codecNames), namesOf(given, codecNames), (name) =>
      name.toLowerCase(),
    ),
    extensions: compareNames(namesOf(asked, extensionNames), namesOf(given, extensionNames), (name) => name),
    candidates: { offer: asked?.candidates.length ?? 0, answer: given?.candidates.length ?? 0 },
  };
  return {
    ...facts,
    differences: answered ? differences(facts, asked, given) : [],
    rows: alignLines(asked?.lines ?? [], given?.lines ?? []),
  };
}

type Compared = Omit<SectionComparison, 'differences' | 'rows'>;

function differences(
  { media, mid, rejected, direction: sent, codecs, extensions, candidates }: Compared,
  asked: MediaSection | undefined,
  given: MediaSection | undefined,
): readonly string[] {
  if (given === undefined) return ['The answer lacks this section.'];
  if (asked === undefined) return ['The offer lacks this section.'];
  if (asked.media !== given.media) return [`The offer has ${asked.media} here, the answer ${given.media}.`];
  if (rejected) return ['The answer rejects this section (port 0).'];
  const rtp = isRtp(asked);
  return [
    ...(mid.offer === mid.answer ? [] : [`mid ${mid.offer ?? 'absent'} became ${mid.answer ?? 'absent'}.`]),
    ...(sent.agreed === sent.offer ? [] : [`Offered ${sent.offer}, answered ${sent.answer}.`]),
    ...(rtp && codecs.kept.length === 0 ? ['No codec in common.'] : []),
    ...(codecs.dropped.length === 0 ? [] : [`Codecs left out: ${codecs.dropped.join(', ')}.`]),
    ...(codecs.added.length === 0 ? [] : [`Codecs that were not offered: ${codecs.added.join(', ')}.`]),
    ...(extensions.dropped.length === 0
      ? []
      : [`${extensions.dropped.length} of the offer’s ${media} header extensions left out.`]),
    ...(extensions.added.length === 0
      ? []
      : [`${extensions.added.length} header extensions that were not offered.`]),
    ...(given.ownTransport && candidates.answer === 0 ? ['The answer has no candidates here.'] : []),
  ];
}

const mirrored = {
  sendrecv: 'sendrecv',
  sendonly: 'recvonly',
  recvonly: 'sendonly',
  inactive: 'inactive',
} as const satisfies Record<Direction, Direction>;

function direction(
  ours: Description,
  asked: MediaSection | undefined,
  theirs: Description,
  given: MediaSection | undefined,
): SectionComparison['direction'] {
  const offer = asked === undefined || !isRtp(asked) ? undefined : directionOf(ours, asked);
  const answer = given === undefined || !isRtp(given) ? undefined : directionOf(theirs, given);
  return { offer, answer, agreed: agreedOn(offer, answer) };
}

/** What is left of the offer’s direction after the answer, seen from the offer. */
function agreedOn(offer: Direction | undefined, answer: Direction | undefined): Direction | undefined {
  if (offer === undefined || answer === undefined) return undefined;
  const theirs = mirrored[answer];
  const sends = offer.startsWith('send') && theirs.startsWith('send');
  const receives = offer.includes('recv') && theirs.includes('recv');
  if (sends) return receives ? 'sendrecv' : 'sendonly';
  return receives ? 'recvonly' : 'inactive';
}

function setupOf(description: Description, section: MediaSection | undefined): string | undefined {
  return section === undefined ? undefined : inherited(description, section, 'setup')?.value.trim();
}

function dtlsClient({ offer, answer }: Sides<string>): 'offer' | 'answer' | undefined {
  if (answer === 'active') return 'answer';
  return answer === 'passive' && offer !== 'passive' ? 'offer' : undefined;
}

function namesOf(
  section: MediaSection | undefined,
  read: (section: MediaSection) => readonly string[],
): readonly string[] {
  return section === undefined ? [] : [...new Set(read(section))];
}

function codecNames(section: MediaSection): readonly string[] {
  return isRtp(section) ? codecsOf(section).map(({ name }) => name) : [];
}

/** `a=extmap:1/sendonly urn:…` */
function extensionNames({ attributes }: MediaSection): readonly string[] {
  return (attributes.get('extmap') ?? []).flatMap(({ value }) => words(value.slice(0, 500))[1] ?? []);
}
