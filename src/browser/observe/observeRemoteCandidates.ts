import type { Unlogged } from '../../core/session/log.ts';
import { candidatesInSdp } from '../../core/webrtc/sdpCandidates.ts';

/** So many candidates of an answer are reported at a time. */
const portion = 200;

/**
 * Passes on what a peer connection's observer reports and, after each remote description, the candidates inside it.
 * An answer may hold ten thousand: the page stays responsive meanwhile. Ends with the signal.
 */
export function withRemoteCandidates(
  report: (entry: Unlogged) => string,
  signal: AbortSignal,
): (entry: Unlogged) => string {
  function reportInPortions(entries: readonly Unlogged[]): void {
    for (const entry of entries.slice(0, portion)) report(entry);
    const rest = entries.slice(portion);
    if (rest.length === 0) return;
    setTimeout(() => {
      if (!signal.aborted) reportInPortions(rest);
    });
  }

  return (entry) => {
    const id = report(entry);
    if (entry.kind === 'description' && entry.side === 'remote')
      reportInPortions(
        candidatesInSdp(entry.sdp).map((found) => ({ kind: 'candidate', side: 'remote', ...found })),
      );
    return id;
  };
}
