import { candidatesOf, isActiveTcp } from './candidateUse.ts';
import { descriptions, type SdpRule } from './rule.ts';

/** No UDP candidate at all. */
export const tcpOnly: SdpRule = {
  id: 'tcp-only',
  source: 'RFC 6544, section 4.5; observed in Chromium 156',
  check(input, report) {
    for (const description of descriptions(input)) {
      const { side } = description;
      const all = candidatesOf(description);
      if (all.length === 0 || all.some(({ candidate }) => candidate.transport !== 'tcp')) continue;
      const active = all.every(({ candidate }) => isActiveTcp(candidate));
      report(side, {
        at: all[0]?.line,
        title: `The ${side} has TCP candidates only`,
        cause: active
          ? 'They are all active: they open connections and accept none. Browsers are active too, so nobody listens.'
          : 'The session stands or falls with one TCP port: if nothing listens there, Chromium fails at once.',
        fix:
          side === 'answer'
            ? 'The far end should offer UDP too.'
            : 'Check whether UDP is disallowed here, by a browser policy or the network.',
        severity: side === 'answer' && active ? 'error' : 'warning',
      });
    }
  },
};
