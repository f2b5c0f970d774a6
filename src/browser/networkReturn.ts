import type { Unlogged } from '../core/session/log.ts';
import { overUdp } from '../core/silence/foreseen.ts';
import { type RTCIceServerLike, urlsOf } from '../core/webrtc/iceServers.ts';
import { type IceServerResult, testIceServers } from './iceServerTest.ts';
import { pause } from './waitUntil.ts';

/** How long a look may take, the pause after it, and how long to go on looking, ms. */
const looks = { limit: 1500, apart: 1000, span: 120_000 } as const;

/** So many servers are asked: one that answers is enough. */
const mostAsked = 4;

export interface ReturnOptions {
  readonly servers: readonly RTCIceServerLike[];
  readonly report: (entry: Unlogged) => string;
  readonly signal: AbortSignal;
}

/**
 * After a session that stood has lost its ICE: asks the session’s own ICE servers, over UDP where there is any, until one
 * answers. Reports the first silence and the first answer: together they tell a network that came back from one that had
 * never gone. Asks nobody where there are no servers. Resolves on abort.
 */
export async function watchReturn({ servers, report, signal }: ReturnOptions): Promise<void> {
  const asked = serversToAsk(servers);
  if (asked.length === 0) return;
  const began = performance.now();
  const after = () => performance.now() - began;
  let silent = false;
  try {
    while (after() < looks.span) {
      const answer = await look(asked, signal);
      signal.throwIfAborted();
      if (answer !== undefined || !silent) {
        const url = answer ?? asked.flatMap(urlsOf)[0] ?? '';
        const answered = answer !== undefined;
        report({ kind: 'note', step: 'connection', topic: 'network-look', url, answered, after: after() });
      }
      if (answer !== undefined) return;
      silent = true;
      await pause(looks.apart, signal);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** The URL of the first server that answers; undefined where none does. */
async function look(servers: readonly RTCIceServerLike[], signal: AbortSignal): Promise<string | undefined> {
  for await (const result of testIceServers(servers, { limit: looks.limit, signal })) {
    if (isAnswer(result)) return result.url;
  }
  return undefined;
}

/** A server that refuses has answered too; 701 is the browser’s own word for “no answer”. */
function isAnswer({ result, errorCode }: IceServerResult): boolean {
  return result === 'answered' || (result === 'error' && errorCode !== undefined && errorCode !== 701);
}

function serversToAsk(servers: readonly RTCIceServerLike[]): readonly RTCIceServerLike[] {
  const single = servers.flatMap((server) => urlsOf(server).map((url) => ({ ...server, urls: url })));
  const udp = single.filter(({ urls }) => overUdp(urls));
  return (udp.length > 0 ? udp : single).slice(0, mostAsked);
}
