import { lintSdp } from '../../webrtc/lintSdp.ts';
import { ask } from './askFor.ts';
import { findingsOf } from './findingsOf.ts';
import { openText } from './openText.ts';
import type { Pasted, RecogniseOptions } from './pasted.ts';
import { plainSdp } from './readSdp.ts';
import { connectionLog } from './suspectedLog.ts';

/** A session description alone: what the lint says, and what it would be refused for. */
export function pastedSdp(text: string, { now, id }: RecogniseOptions): Pasted {
  const reading = openText(text, { id });
  const sdp = plainSdp(text);
  const type = /a=setup:actpass/.test(sdp) ? ('offer' as const) : ('answer' as const);
  const found = lintSdp({ offer: undefined, [type]: sdp });
  const facts = found.map(
    ({ line, title, text: said }) => `${title}${said === '' ? '' : `: line ${line}, ${said.slice(0, 120)}`}`,
  );
  // Whether a browser takes it is what the lint's errors foretell.
  const refused = found.some(({ severity }) => severity === 'error') && type === 'answer';
  const error = { name: 'OperationError', message: '' };
  const logs = refused
    ? [connectionLog({ reason: 'sdp', operation: 'setRemoteDescription', error }, now, sdp)]
    : [];
  return {
    kind: 'sdp',
    findings: findingsOf(logs).filter(({ code }) => code.startsWith('sdp.') && code !== 'sdp.rejected'),
    facts,
    askFor: [ask.answer, ask.dump],
    ...(reading.ok ? { reading } : {}),
  };
}
