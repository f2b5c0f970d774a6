import type { RestFailure } from './failure.ts';
import { readReply } from './readReply.ts';
import { restHttp } from './restHttp.ts';

/** What the specification wants logged of a reply to a request that failed. */
export function httpFacts(
  reply: { readonly status: number; readonly contentType: string | undefined; readonly text: string },
  failure: RestFailure,
): ReturnType<typeof restHttp> {
  return restHttp(reply.status, 'reading' in failure ? failure.reading : readReply(reply));
}
