import { isObject, type Json } from '../../session/foreignJson.ts';
import type { Reading } from '../recording.ts';
import { listOf, memberOf } from './foreignValue.ts';
import { findSessionExchanges } from './harEndpoint.ts';
import { type HarExchange, pageOf, readHarEntry, writerOf } from './harEntry.ts';
import { harLog } from './harLog.ts';
import type { Tell } from './progress.ts';

/** Requests of one file that are looked at. */
const mostRequests = 200_000;

export function looksLikeHar(value: unknown): value is Json {
  return isObject(value) && Array.isArray(memberOf(value.log, 'entries'));
}

/** Reads the session's REST requests of a HAR 1.2 of a browser or a proxy. What HAR does not show stays open. */
export function readHar(har: Json, id: string, tell: Tell): Reading {
  const { log } = har;
  const entries = listOf(memberOf(log, 'entries'));
  const exchanges: HarExchange[] = [];
  for (const [index, entry] of entries.slice(0, mostRequests).entries()) {
    if (index % 500 === 0) tell((0.6 * index) / entries.length);
    const exchange = readHarEntry(entry);
    if (exchange !== undefined) exchanges.push(exchange);
  }
  const ordered = exchanges.toSorted((one, other) => one.at - other.at);
  const found = findSessionExchanges(ordered);
  if (found.length === 0) {
    return {
      ok: false,
      problem: `This HAR has ${entries.length} requests, and none is one of a session: neither /v1/realtime/… nor a session endpoint that answers {ephemeralToken, iceServers}. Record anew while the session starts, with “Preserve log” on, and save it with content.`,
    };
  }
  tell(0.7);
  const { product, browser } = writerOf(log);
  const {
    entries: told,
    startedAt,
    userAgent,
    notes,
  } = harLog(found, {
    page: pageOf(log),
    browser,
    ownFile: memberOf(memberOf(log, 'creator'), 'name') === 'webrtc-session-debugger',
  });
  const skipped = entries.length - Math.min(entries.length, mostRequests);
  return {
    ok: true,
    recording: {
      format: 'webrtc-session-recording',
      version: 1,
      product,
      source: 'har',
      id,
      startedAt,
      userAgent,
      log: told,
    },
    notes: [...notes, ...(skipped > 0 ? [`${skipped} requests were too many and left out.`] : [])],
  };
}
