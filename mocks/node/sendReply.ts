import type { ServerResponse } from 'node:http';
import { appOrigin } from '../origins.ts';
import { type HttpReply, reasonPhrase, type SimulatedReply } from '../simulatedReply.ts';

/** A connection that is held open for nothing ends after this long, ms: longer than any client's own limit. */
const longestSilence = 120_000;

/** Sends what the simulated world replies, its faults included. Gives what happened, in a few words. */
export async function sendReply(
  response: ServerResponse,
  reply: SimulatedReply,
  cors: Readonly<Record<string, string>>,
  ended: AbortSignal,
): Promise<string> {
  switch (reply.kind) {
    // The connection was accepted before anything was known: refusing it now is tearing it down.
    case 'refused':
    case 'reset':
      return reset(response, 'began' in reply ? reply.began : undefined, cors);
    case 'silence':
      await untilEnd(response, ended);
      response.socket?.destroy();
      return 'no response';
    case 'stalled':
      begin(response, { ...reply, kind: 'reply' }, cors);
      response.write(reply.body);
      await untilEnd(response, ended);
      response.socket?.destroy();
      return `${reply.status}, and a body that never ended`;
    case 'reply':
      begin(response, reply, cors);
      if (reply.pace !== undefined) return trickle(response, reply, reply.pace);
      response.end(reply.body);
      return String(reply.status);
  }
}

function begin(response: ServerResponse, reply: HttpReply, cors: Readonly<Record<string, string>>): void {
  const { location, ...headers } = reply.headers;
  response.writeHead(reply.status, reply.reason ?? reasonPhrase(reply.status), {
    ...headers,
    // Where the reply is to have none, the caller gets none.
    ...('access-control-allow-origin' in headers && cors),
    ...(location !== undefined && { location: location.replace(appOrigin, '') }),
  });
}

async function reset(
  response: ServerResponse,
  began: HttpReply | undefined,
  cors: Readonly<Record<string, string>>,
): Promise<string> {
  if (began === undefined) {
    response.socket?.resetAndDestroy();
    return 'connection reset';
  }
  begin(
    response,
    { ...began, headers: { ...began.headers, 'content-length': String(Buffer.byteLength(began.body)) } },
    cors,
  );
  const half = began.body.slice(0, began.body.length / 2);
  await new Promise<void>((resolve) => response.write(half, () => resolve()));
  // The reset would overtake what is still in the socket's buffers.
  await new Promise((resolve) => setTimeout(resolve, 50));
  response.socket?.resetAndDestroy();
  return `${began.status}, then connection reset`;
}

async function trickle(
  response: ServerResponse,
  { body, status }: HttpReply,
  { bytes, pause }: NonNullable<HttpReply['pace']>,
): Promise<string> {
  const all = Buffer.from(body);
  for (let at = 0; at < all.length && !response.destroyed; at += bytes) {
    response.write(all.subarray(at, at + bytes));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  response.end();
  return `${status}, in a trickle`;
}

/** Until the client goes, the world ends, or it is enough. */
function untilEnd(response: ServerResponse, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      ended.removeEventListener('abort', done);
      response.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, longestSilence);
    ended.addEventListener('abort', done);
    response.on('close', done);
    if (ended.aborted || response.destroyed) done();
  });
}
