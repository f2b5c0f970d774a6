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

/** Reads a candidate-attribute, with or without `a=` and `candidate:`; lenient on case and white space. */
export function parseCandidate(text: string): CandidateResult {
  const bare = text
    .trim()
    .replace(/^a=/i, '')
    .replace(/^candidate:/i, '');
  if (bare === '') return { ok: false, problem: 'The candidate is empty.' };
  const [foundation, component, transport, priority, address, port, typ, type, ...rest] = bare.split(/\s+/);
  if (
    foundation === undefined ||
    transport === undefined ||
    address === undefined ||
    type === undefined ||
    typ?.toLowerCase() !== 'typ'
  ) {
    return {
      ok: false,
      problem: 'A candidate is "foundation component transport priority address port typ type".',
    };
  }
  const numbers = { component: whole(component), priority: whole(priority), port: whole(port) };
  if (numbers.component === undefined) return notNumber('component', component);
  if (numbers.priority === undefined) return notNumber('priority', priority);
  if (numbers.port === undefined || numbers.port > 65_535) return notNumber('port', port);

  const pairs = pairUp(rest);
  const named = (name: string) => pairs.find(([key]) => key === name)?.[1];
  const relatedAddress = named('raddr');
  const relatedPort = whole(named('rport'));
  const tcpType = named('tcptype');
  const ufrag = named('ufrag');
  return {
    ok: true,
    candidate: {
      foundation,
      component: numbers.component,
      transport: transport.toLowerCase(),
      priority: numbers.priority,
      address,
      port: numbers.port,
      type: type.toLowerCase(),
      ...(relatedAddress === undefined ? {} : { relatedAddress }),
      ...(relatedPort === undefined ? {} : { relatedPort }),
      ...(tcpType === undefined ? {} : { tcpType }),
      ...(ufrag === undefined ? {} : { ufrag }),
      extensions: pairs.filter(([name]) => !['raddr', 'rport', 'tcptype', 'ufrag'].includes(name)),
    },
  };
}

function pairUp(words: readonly string[]): readonly (readonly [string, string])[] {
  const pairs: [string, string][] = [];
  for (let index = 0; index < words.length; index += 2) {
    pairs.push([words[index] ?? '', words[index + 1] ?? '']);
  }
  return pairs;
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}

function notNumber(name: string, value: string | undefined): CandidateResult {
  return { ok: false, problem: `The ${name} of the candidate is not a valid number: "${value ?? ''}".` };
}
