import type { Proof } from '../diagnosis/diagnosis.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import type { ServerOutcome } from '../diagnosis/serverOutcomes.ts';
import { checks, noPath } from './connection.ts';

export type Outcome = ServerOutcome['result'];

/** Servers that ended so; those with a relay first. */
export function serversThat(
  { connection }: Evidence,
  fits: (server: ServerOutcome) => boolean,
): readonly ServerOutcome[] {
  const found = connection.servers.filter(fits);
  return [...found.filter(({ relay }) => relay), ...found.filter(({ relay }) => !relay)];
}

/** A relay address was gathered from any server. */
export function hasRelay({ connection }: Evidence): boolean {
  return connection.localCandidates.some(({ candidate }) => / typ relay/.test(candidate));
}

/**
 * How much a TURN server’s failure explains: `alone` with the policy relay, where nothing else can connect; `way-round`
 * where the direct way failed too and a relay was the way round; `undefined` where a relay was got or the run has a path.
 */
export function relayMissed(evidence: Evidence): 'alone' | 'way-round' | undefined {
  if (!noPath(evidence) || hasRelay(evidence)) return undefined;
  return evidence.connection.policy === 'relay' ? 'alone' : 'way-round';
}

/** The entry that shows what became of each server. */
export function serverProofs(servers: readonly ServerOutcome[]): readonly Proof[] {
  return servers.flatMap(({ url, proof, result, errorCode, errorText }) =>
    proof === undefined
      ? []
      : [
          {
            entry: proof.entry,
            says: `${url}: ${errorCode === undefined ? resultInWords[result] : `error ${errorCode}${errorText === undefined ? '' : ` (${errorText})`}`}`,
          },
        ],
  );
}

const resultInWords: { readonly [R in Outcome]: string } = {
  answered: 'it gave a candidate',
  refused: 'it answered with an error',
  'timed-out': 'it did not answer',
  'no-connection': 'no connection to it',
  lookup: 'its name was not found',
  nothing: 'neither a candidate nor an error',
  silent: 'it has not answered',
};

/** It was asked over UDP, and nothing came back. */
export function isSilentUdp({ over, result }: ServerOutcome): boolean {
  return over === 'udp' && (result === 'timed-out' || result === 'silent');
}

/**
 * All servers are asked over UDP and all are silent, while this computer’s own addresses were found (with the policy
 * relay those do not show). One host alone may simply be dead: it takes a second witness, another host or a far end that
 * answered no check.
 */
export function udpBlocked(evidence: Evidence): boolean {
  const { servers, localCandidates, policy } = evidence.connection;
  if (!servers.some(({ relay }) => relay) || !servers.every(isSilentUdp)) return false;
  const hosts = new Set(servers.map(({ server }) => `${server.host}:${server.port}`));
  if (policy === 'relay') return hosts.size > 1;
  if (!localCandidates.some(({ candidate }) => / typ host/.test(candidate))) return false;
  const { sent = 0, answered } = checks(evidence);
  return hosts.size > 1 || (sent > 0 && answered === 0);
}
