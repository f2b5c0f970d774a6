import { parseJson } from '../../session/foreignJson.ts';
import { candidatesInSdp } from '../../webrtc/sdpCandidates.ts';
import type { ForeignLog } from './foreignLog.ts';
import { memberOf, textOf } from './foreignValue.ts';
import type { HarExchange } from './harEntry.ts';

/** Of a description that holds more candidates, the rest tells nothing new. */
const mostCandidates = 1_000;

/** The step before a call: the offer that the call carries. */
export function tellHarOffer(out: ForeignLog, { at, body }: HarExchange): void {
  const sdp = textOf(memberOf(memberOf(parseJson(body ?? '')?.value, 'offer'), 'sdp'), 1024 * 1024);
  out.add(at, { kind: 'step', step: 'offer', state: 'running' });
  if (sdp !== undefined && sdp !== '') {
    out.add(at, { kind: 'description', step: 'offer', side: 'local', type: 'offer', sdp });
    for (const candidate of candidatesInSdp(sdp).slice(0, mostCandidates))
      out.add(at, { kind: 'candidate', step: 'offer', side: 'local', ...candidate });
  }
  out.add(at, { kind: 'step', step: 'offer', state: 'done', took: 0 });
}

/** The answer that a call brought. `at`: epoch ms. */
export function tellHarAnswer(out: ForeignLog, sdp: string, at: number): void {
  out.add(at, { kind: 'description', step: 'call', side: 'remote', type: 'answer', sdp });
  for (const candidate of candidatesInSdp(sdp).slice(0, mostCandidates))
    out.add(at, { kind: 'candidate', step: 'call', side: 'remote', ...candidate });
}
