import { isObject, parseJson } from '../../session/foreignJson.ts';
import type { Reading } from '../recording.ts';
import { choosePeer, peerReading } from './choosePeer.ts';
import { listOf, memberOf, numberOf, objectOf, textOf } from './foreignValue.ts';
import { readError } from './peerFact.ts';
import type { MediaEvent, PeerEvent, PeerSample, PeerTrace } from './peerTrace.ts';
import type { Tell } from './progress.ts';
import { createStatsDelta, wholeDescription } from './rtcstatsDelta.ts';
import { methods } from './rtcstatsTables.ts';
import { forEachLine } from './textLines.ts';

const mostPeers = 200;

interface Raw {
  readonly events: PeerEvent[];
  /** deltas, as they came: they are undone for one connection only */
  readonly stats: { readonly at: number; readonly delta: unknown }[];
  configuration: unknown;
  readonly former: Map<string, { readonly type: string; readonly sdp: string }>;
}

export function looksLikeRtcstats(text: string): boolean {
  return /^\uFEFF?RTCStatsDump\r?\n/.test(text);
}

/**
 * Reads a dump of rtcstats-server, file format 3 (rtcstats, README "RTCStats dump file format"): the line
 * `RTCStatsDump`, a line of metadata, then `[method, connection, value, …, ms since the line before]` per line.
 */
export function readRtcstats(text: string, id: string, tell: Tell): Reading {
  const peers = new Map<string, Raw>();
  const media: MediaEvent[] = [];
  const notes: string[] = [];
  let metadata: unknown;
  let asked: readonly ('microphone' | 'camera')[] = ['microphone'];
  let now = 0;
  let unreadable = 0;
  let firstUnreadable = 0;

  function onEvent(event: readonly unknown[]): void {
    const time = numberOf(event.at(-1));
    const [code, peer, value] = event;
    if (event.length < 4 || time === undefined) return;
    now += time;
    const method = methods.get(String(code)) ?? String(code).slice(0, 100);
    if (method.startsWith('navigator.')) onMedia(method, value);
    else if (typeof peer === 'string') onPeer(peer.slice(0, 100), method, value);
    else if (method === 'create') metadata = { ...objectOf(metadata), ...objectOf(value) };
  }

  function onMedia(method: string, value: unknown): void {
    if (method.endsWith('.getUserMedia')) {
      const constraints = Array.isArray(value) ? listOf(value)[0] : value;
      const wants = (name: string) => Boolean(memberOf(constraints, name));
      asked = [
        ...(wants('audio') ? (['microphone'] as const) : []),
        ...(wants('video') ? (['camera'] as const) : []),
      ];
    }
    const outcome = /\.getUserMedia(OnSuccess|OnFailure)$/.exec(method)?.[1];
    if (outcome === undefined || media.length >= 1_000) return;
    const failure = outcome === 'OnFailure' ? { error: readError(value) } : {};
    for (const device of asked) media.push({ at: now, device, ...failure });
  }

  function onPeer(peer: string, method: string, value: unknown): void {
    const raw: Raw = peers.get(peer) ?? {
      events: [],
      stats: [],
      configuration: undefined,
      former: new Map(),
    };
    if (!peers.has(peer) && peers.size >= mostPeers) return;
    peers.set(peer, raw);
    if (method === 'create' || method === 'setConfiguration') raw.configuration = value;
    if (method === 'getStats') raw.stats.push({ at: now, delta: value });
    else raw.events.push({ at: now, name: method, value: describe(raw, method, value) });
  }

  forEachLine(text, (line, number, end) => {
    if (number % 2_000 === 0) tell((0.4 * end) / text.length);
    if (number === 1 || line.trim() === '') return true;
    const parsed = parseJson(line)?.value;
    if (number === 2) {
      metadata = parsed;
      return isObject(parsed);
    }
    if (Array.isArray(parsed)) onEvent(parsed);
    else {
      unreadable += 1;
      firstUnreadable ||= number;
    }
    return true;
  });
  if (!isObject(metadata)) {
    return {
      ok: false,
      problem:
        'This begins like an rtcstats dump, but its second line is no JSON object with the metadata (file format 3). Older formats must be converted first.',
    };
  }
  if (unreadable > 0)
    notes.push(`${unreadable} of its lines could not be read, the first is line ${firstUnreadable}.`);
  const userAgent =
    textOf(memberOf(metadata, 'userAgent'), 500) ?? brandsOf(memberOf(metadata, 'userAgentData'));
  const url = textOf(memberOf(metadata, 'url'), 2_000) ?? textOf(memberOf(metadata, 'origin'), 2_000) ?? '';
  const traces = [...peers].map(([name, raw]) => traceOf(name, raw, { url, media }));
  const { chosen, notes: others } = choosePeer(traces);
  return peerReading(
    { chosen, notes: [...notes, ...others] },
    { id, source: 'rtcstats', userAgent, media, tell: (part) => tell(0.4 + 0.6 * part) },
  );
}

function describe({ former }: Raw, method: string, value: unknown): unknown {
  const side = method.startsWith('setRemote') ? 'remote' : 'local';
  if (!/^(?:set\w+Description|create\w+OnSuccess)/.test(method)) return value;
  const [first] = Array.isArray(value) ? listOf(value) : [value];
  const whole = wholeDescription(former.get(side), first);
  const type = textOf(memberOf(whole, 'type'), 20);
  const sdp = textOf(memberOf(whole, 'sdp'), 1024 * 1024);
  if (type !== undefined && sdp !== undefined && sdp !== '') former.set(side, { type, sdp });
  return whole;
}

function traceOf(
  id: string,
  { events, stats, configuration }: Raw,
  given: { readonly url: string; readonly media: readonly MediaEvent[] },
): PeerTrace {
  return {
    id,
    configuration,
    events,
    ...given,
    samples: () => {
      const undo = createStatsDelta();
      return stats.map(({ at, delta }): PeerSample => ({ at, stats: undo(delta) }));
    },
  };
}

/** `navigator.userAgentData` as a text that names the browser. */
function brandsOf(data: unknown): string {
  const brands = listOf(memberOf(data, 'brands')).flatMap((brand) => {
    const name = textOf(memberOf(brand, 'brand'), 60);
    return name === undefined || /not.?a.?brand/i.test(name)
      ? []
      : [
          `${name.replace(/^(?:Google )?(?:Chrome|Chromium)$/, 'Chrome')}/${textOf(memberOf(brand, 'version'), 20) ?? ''}`,
        ];
  });
  return brands.join(' ').slice(0, 500);
}
