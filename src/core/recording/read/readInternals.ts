import { isObject, type Json } from '../../session/foreignJson.ts';
import type { Reading } from '../recording.ts';
import { choosePeer, peerReading } from './choosePeer.ts';
import { listOf, memberOf, numberOf, objectOf, textOf } from './foreignValue.ts';
import { internalsSamples } from './internalsSamples.ts';
import type { MediaEvent, PeerEvent, PeerTrace } from './peerTrace.ts';
import type { Tell } from './progress.ts';

/** Events of one connection that are looked at; Chromium itself keeps far fewer. */
const mostEvents = 2_000_000;

/**
 * Reads what `chrome://webrtc-internals` lets one download (observed in Chromium 156; dump_creator.js): per peer
 * connection its configuration, the log of its API calls and events, and its statistics as columns.
 */
export function readInternals(dump: Json, id: string, tell: Tell): Reading {
  const connections = objectOf(dump.PeerConnections);
  const media = readMedia(dump.getUserMedia);
  const until = numberOf(dump.timestamp);
  const traces = Object.keys(connections).map((name) => traceOf(name, connections[name], media, until));
  tell(0.1);
  const userAgent = textOf(dump.UserAgent, 500) ?? '';
  return peerReading(choosePeer(traces), { id, source: 'webrtc-internals', userAgent, media, tell });
}

export function looksLikeInternals(value: unknown): value is Json {
  return isObject(value) && isObject(value.PeerConnections);
}

function traceOf(
  name: string,
  connection: unknown,
  media: readonly (MediaEvent & { readonly page: string })[],
  until: number | undefined,
): PeerTrace {
  const url = textOf(memberOf(connection, 'url'), 2_000) ?? '';
  const events = listOf(memberOf(connection, 'updateLog'))
    .slice(0, mostEvents)
    .flatMap((event): PeerEvent[] => {
      const type = memberOf(event, 'type');
      const at = timeOf(event);
      if (typeof type !== 'string' || at === undefined) return [];
      return [{ at, name: type, value: memberOf(event, 'value') }];
    })
    .toSorted((one, other) => one.at - other.at);
  // Chromium names a connection after its frame and its number there.
  const page = pageIn(memberOf(connection, 'pid'), /^\d+/.exec(name)?.[0]);
  return {
    id: name.slice(0, 100),
    url,
    configuration: memberOf(connection, 'rtcConfiguration'),
    events,
    media: media.filter((each) => each.page === page),
    ...(until === undefined ? {} : { until }),
    samples: () => internalsSamples(memberOf(connection, 'stats')),
  };
}

/** Newer versions write epoch ms; older ones a local date and time in words. */
function timeOf(event: unknown): number | undefined {
  const number = numberOf(memberOf(event, 'timestamp'));
  if (number !== undefined) return number;
  const words = memberOf(event, 'time') ?? memberOf(event, 'timestamp');
  const date = typeof words === 'string' ? Date.parse(words) : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}

function readMedia(list: unknown): readonly (MediaEvent & { readonly page: string })[] {
  const asked = new Map<string, readonly ('microphone' | 'camera')[]>();
  return listOf(list)
    .slice(0, 1_000)
    .flatMap((event) => {
      const at = timeOf(event);
      const request = `${pageOf(event)} ${String(numberOf(memberOf(event, 'request_id')))}`;
      const devices = [
        ...(typeof memberOf(event, 'audio') === 'string' ? (['microphone'] as const) : []),
        ...(typeof memberOf(event, 'video') === 'string' ? (['camera'] as const) : []),
      ];
      if (devices.length > 0) asked.set(request, devices);
      const error = textOf(memberOf(event, 'error'), 100);
      const answered = error !== undefined || memberOf(event, 'stream_id') !== undefined;
      if (at === undefined || !answered) return [];
      const failure =
        error === undefined
          ? {}
          : { error: { name: error, message: textOf(memberOf(event, 'error_message'), 500) ?? '' } };
      return (asked.get(request) ?? ['microphone']).map((device) => ({
        at,
        device,
        page: pageOf(event),
        ...failure,
      }));
    });
}

/** Process and frame, which is what ties a use of the microphone to a connection. */
function pageOf(value: unknown): string {
  return pageIn(memberOf(value, 'pid'), memberOf(value, 'rid'));
}

function pageIn(process: unknown, frame: unknown): string {
  return [numberOf(process), numberOf(frame)].join(' ');
}
