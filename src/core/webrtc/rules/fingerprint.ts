import { inherited, nameOf } from '../description.ts';
import { fingerprintProblem } from './fingerprintValue.ts';
import { descriptions, type SdpRule } from './rule.ts';

/** The hash of the certificate, without which there is no DTLS. */
export const fingerprint: SdpRule = {
  id: 'fingerprint',
  source: 'RFC 8122, section 5; RFC 8842, section 5.1',
  check(input, report) {
    for (const description of descriptions(input)) {
      const { side, media, session } = description;
      for (const section of media) {
        if (!section.ownTransport || inherited(description, section, 'fingerprint') !== undefined) continue;
        report(side, {
          at: section.mLine,
          title: `The ${nameOf(section)} of the ${side} has no a=fingerprint`,
          cause:
            'Without the hash of the certificate there is no DTLS, hence no encryption; browsers refuse a description without one.',
          fix: 'Pass the description on unchanged; the far end must use DTLS.',
          severity: 'error',
        });
      }
      for (const section of [session, ...media]) {
        for (const { value, line } of section.attributes.get('fingerprint') ?? []) {
          const problem = fingerprintProblem(value);
          if (problem === undefined) continue;
          report(side, {
            at: line,
            title: `The fingerprint of the ${side} is malformed`,
            cause: `${problem} The certificate cannot be checked against it.`,
            fix: 'Pass the line on unchanged: sha-256 and 32 pairs of hexadecimal digits.',
            severity: 'error',
          });
        }
      }
    }
  },
};
