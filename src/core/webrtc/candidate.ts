/** One ICE candidate, read (RFC 8839, section 5.1). */
export interface Candidate {
  readonly foundation: string;
  /** 1: RTP or the only one, 2: RTCP */
  readonly component: number;
  /** lower case: `udp`, `tcp`, … */
  readonly transport: string;
  readonly priority: number;
  /** IP address, or an mDNS name ending `.local` */
  readonly address: string;
  readonly port: number;
  /** `host`, `srflx`, `prflx`, `relay`, or what a newer RFC adds */
  readonly type: string;
  readonly relatedAddress?: string;
  readonly relatedPort?: number;
  /** RFC 6544 */
  readonly tcpType?: string;
  readonly ufrag?: string;
  /** the other name-value pairs, in order */
  readonly extensions: readonly (readonly [name: string, value: string])[];
}

export type CandidateResult =
  | { readonly ok: true; readonly candidate: Candidate }
  | { readonly ok: false; readonly problem: string };

type Words = [string, string, string, string, string, string, string, string, ...string[]];

/** Reads a candidate-attribute, with or without `a=` and `candidate:`; lenient on case and white space. */
export function parseCandidate(text: string): CandidateResult {
  const value = text.trim().replace(/^(?:a=)?(?:candidate:)?\s*/i, '');
  if (value === '') return { ok: false, problem: 'The candidate is empty.' };
  const words = value.split(/\s+/);
  if (!isInOrder(words)) {
    const order = 'A candidate is "foundation component transport priority address port typ type".';
    return { ok: false, problem: order };
  }
  const component = whole(words[1]);
  const priority = whole(words[3]);
  const port = whole(words[5]);
  if (component === undefined) return notNumber('component', words[1]);
  if (priority === undefined) return notNumber('priority', words[3]);
  if (port === undefined || port > 65_535) return notNumber('port', words[5]);
  return {
    ok: true,
    candidate: {
      foundation: words[0],
      component,
      transport: words[2].toLowerCase(),
      priority,
      address: words[4],
      port,
      type: words[7].toLowerCase(),
      ...readPairs(words.slice(8)),
    },
  };
}

/** The fixed part, in RFC 8839's order; pairs of a name and a value may follow. */
function isInOrder(words: readonly string[]): words is Words {
  return words.length >= 8 && words[6]?.toLowerCase() === 'typ';
}

/** What stands behind the type: name-value pairs, four of them known. */
function readPairs(words: readonly string[]): Pick<Candidate, Known | 'extensions'> {
  const known: { -readonly [K in Known]?: Candidate[K] } = {};
  const extensions: (readonly [string, string])[] = [];
  for (const [index, name] of words.entries()) {
    if (index % 2 === 1) continue;
    const value = words[index + 1] ?? '';
    const number = whole(value);
    if (name === 'raddr') known.relatedAddress = value;
    else if (name === 'rport' && number !== undefined) known.relatedPort = number;
    else if (name === 'tcptype') known.tcpType = value;
    else if (name === 'ufrag') known.ufrag = value;
    else extensions.push([name, value]);
  }
  return { ...known, extensions };
}

type Known = 'relatedAddress' | 'relatedPort' | 'tcpType' | 'ufrag';

function whole(text: string): number | undefined {
  return /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}

function notNumber(name: string, value: string): CandidateResult {
  return { ok: false, problem: `The ${name} of the candidate is not a valid number: "${value}".` };
}
