import type { Candidate } from '../candidate.ts';
import { brief } from '../description.ts';
import { descriptions, type SdpRule } from './rule.ts';

/** A candidate line that is none, or has a component, foundation, priority, transport or type out of the grammar. */
export const malformedCandidate: SdpRule = {
  id: 'malformed-candidate',
  source: 'RFC 8839, section 5.1',
  check(input, report) {
    for (const { side, media } of descriptions(input)) {
      for (const { candidates } of media) {
        for (const { line, result } of candidates) {
          const problem = result.ok ? oddity(result.candidate) : result.problem;
          if (problem === undefined) continue;
          report(side, {
            at: line,
            title: `A candidate of the ${side} is malformed`,
            cause: `${problem} ${result.ok ? 'A browser may leave it out or refuse the whole description.' : 'Chromium refuses the whole description for it.'}`,
            fix: 'Pass the line on unchanged; otherwise the far end must write another.',
            severity: result.ok ? 'warning' : 'error',
          });
        }
      }
    }
  },
};

function oddity(candidate: Candidate): string | undefined {
  const { foundation, component, priority, transport, type } = candidate;
  if (!/^[A-Za-z0-9+/]{1,32}$/.test(foundation))
    return `The foundation “${brief(foundation)}” is not 1 to 32 letters, digits, “+” or “/”.`;
  if (component < 1 || component > 256) return `The component ${component} is not between 1 and 256.`;
  if (priority < 1 || priority > 2_147_483_647)
    return `The priority ${priority} is not between 1 and 2^31 − 1.`;
  if (transport !== 'udp' && transport !== 'tcp')
    return `The transport “${brief(transport)}” is neither udp nor tcp.`;
  if (!['host', 'srflx', 'prflx', 'relay'].includes(type))
    return `The type “${brief(type)}” is none of host, srflx, prflx, relay.`;
  return undefined;
}
