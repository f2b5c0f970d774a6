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

/** The fixed part, in RFC 8839's order, with or without `a=` and `candidate:`; the pairs behind it are the last group. */
const fixedPart =
  /^\s*(?:a=)?(?:candidate:)?\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+typ\s+(\S+)([^]*)$/i;

/** Reads a candidate-attribute, with or without `a=` and `candidate:`; lenient on case and white space. */
export function parseCandidate(text: string): CandidateResult {
  const match = fixedPart.exec(text);
  if (match === null) {
    const empty = /^\s*(?:a=)?(?:candidate:)?\s*$/i.test(text);
    const order = 'A candidate is "foundation component transport priority address port typ type".';
    return { ok: false, problem: empty ? 'The candidate is empty.' : order };
  }
  const [, foundation = '', , transport = '', , address = '', , type = '', rest = ''] = match;
  const component = whole(match[2]);
  const priority = whole(match[4]);
  const port = whole(match[6]);
  if (component === undefined) return notNumber('component', match[2]);
  if (priority === undefined) return notNumber('priority', match[4]);
  if (port === undefined || port > 65_535) return notNumber('port', match[6]);
  return {
    ok: true,
    candidate: {
      foundation,
      component,
      transport: transport.toLowerCase(),
      priority,
      address,
      port,
      type: type.toLowerCase(),
      ...readPairs(rest),
    },
  };
}

/** What stands behind the type: name-value pairs, four of them known. */
function readPairs(text: string): Pick<Candidate, Known | 'extensions'> {
  const known: { -readonly [K in Known]?: Candidate[K] } = {};
  const extensions: (readonly [string, string])[] = [];
  const words = text.trim() === '' ? [] : text.trim().split(/\s+/);
  for (let index = 0; index < words.length; index += 2) {
    const name = words[index] ?? '';
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

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}

function notNumber(name: string, value: string | undefined): CandidateResult {
  return { ok: false, problem: `The ${name} of the candidate is not a valid number: "${value ?? ''}".` };
}
