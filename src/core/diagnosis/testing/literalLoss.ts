import {
  channel,
  chromium,
  description,
  failedLog,
  goodAnswer,
  iceFailedInChromium,
  state,
  statistics,
} from './literalConnection.ts';
import type { Literal } from './literalLog.ts';

/** e2 the answer, e3 ICE connected, e4 the channel opens at 1 s, e5 the run connected, e6 statistics with 40 packets. */
export const stood: readonly Literal[] = [
  description('remote', goodAnswer),
  state('ice', 'connected', 900),
  { ...channel('open'), at: 1_000 },
  { kind: 'run', state: 'connected', at: 1_100 },
  statistics('connected', { sent: 5, answered: 5, pair: 'succeeded', packets: 40, at: 1_200 }),
];

/** e7, then what is given, then the failure. */
export const lost = (...entries: readonly Literal[]) =>
  failedLog(chromium, [...stood, state('ice', 'disconnected', 9_000), ...entries], iceFailedInChromium);
