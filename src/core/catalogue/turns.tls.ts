import { howItEnded, isFirefox, proofOf } from './connection.ts';
import type { CatalogueEntry } from './entry.ts';
import { relayMissed, serverProofs, serversThat } from './relay.ts';

export const turnsTls = {
  code: 'turns.tls',
  origin: 'debugger',
  title: 'No TLS connection to the TURN server',
  cause:
    'A turns: server must show a certificate for its host name that the browser trusts. Browsers do not say whether the port is closed, is not TLS, or the certificate is bad: Chromium says only that no connection was established, Firefox says nothing.',
  remedy: 'Check port and certificate: openssl s_client -connect host:port -servername host.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    failed: {
      title: 'TLS to the TURN server failed',
      actor: 'orga',
      specificity: 75,
      of: ['failed', 'waiting'],
      recognise: (evidence) => {
        const missed = relayMissed(evidence);
        const failed = serversThat(
          evidence,
          ({ over, relay, result }) =>
            over === 'tls' &&
            relay &&
            (result === 'no-connection' ||
              (result === 'nothing' && isFirefox(evidence)) ||
              // A server that never answers is silent for longer than any run waits.
              (result === 'silent' && missed === 'alone')),
        );
        const [first] = failed;
        if (missed === undefined || first === undefined) return undefined;
        const silent = first.result !== 'no-connection';
        const { gathered } = evidence.connection;
        return {
          certainty: silent || missed === 'way-round' ? 'likely' : 'proved',
          specificity: missed === 'alone' ? 80 : 75.5,
          cause: `${failed.map(({ url }) => url).join(' and ')}: ${first.result === 'silent' ? 'it has not answered' : silent ? 'gathering ended without a relay and without any error, which is how Firefox shows it' : 'no connection was established'}. Its port is closed${first.result === 'silent' ? ' by a firewall that says nothing' : ''}, does not speak TLS, or its certificate is not accepted.`,
          remedy:
            'Check the certificate (host name, chain, expiry) and that the port speaks TLS; a turn: server’s plain port, 3478, does not.',
          evidence: [
            ...serverProofs(failed),
            ...proofOf(silent ? gathered?.id : undefined, 'gathering ended without a relay'),
            howItEnded(evidence),
          ],
          ruledOut: [
            { code: 'turn.auth', variant: 'refused', because: 'it never came to asking for credentials' },
            { code: 'ice.dns', variant: 'lookup', because: 'its name was found, or is an address' },
            { code: 'turn.tcp.refused', variant: 'closed', because: 'the URL is turns:, with TLS' },
          ],
        };
      },
    },
  },
} as const satisfies CatalogueEntry;
