import { isObject, parseJson } from '../../session/foreignJson.ts';
import type { LogEntryOf } from '../../session/log.ts';
import { given, listOf, memberOf, numberOf, textOf } from './foreignValue.ts';
import type { PeerEvent } from './peerTrace.ts';

type Machine = 'signaling' | 'gathering' | 'ice' | 'connection';
export type Operation = 'createOffer' | 'setLocalDescription' | 'setRemoteDescription';

/** What an event of a dump says, whichever tool and version wrote it. */
export type PeerFact =
  | {
      readonly what: 'created' | 'described';
      readonly side: 'local' | 'remote';
      readonly type: string;
      readonly sdp: string;
    }
  | { readonly what: 'refused'; readonly operation: Operation; readonly error: FactError }
  | { readonly what: 'state'; readonly machine: Machine; readonly to: string }
  | {
      readonly what: 'candidate';
      readonly candidate: Omit<LogEntryOf<'candidate'>, 'id' | 'at' | 'attempt' | 'kind'>;
    }
  | {
      readonly what: 'candidate-error';
      readonly error: Omit<LogEntryOf<'candidate-error'>, 'id' | 'at' | 'attempt' | 'kind'>;
    }
  | { readonly what: 'candidate-refused'; readonly error: FactError }
  | { readonly what: 'track'; readonly media: 'audio' | 'video' }
  | { readonly what: 'channel'; readonly label: string }
  | { readonly what: 'configured'; readonly configuration: unknown }
  | { readonly what: 'closed' };

export interface FactError {
  readonly name: string;
  readonly message: string;
}

const longestSdp = 1024 * 1024;

const machines: Readonly<Record<string, Machine>> = {
  signalingstatechange: 'signaling',
  icegatheringstatechange: 'gathering',
  iceconnectionstatechange: 'ice',
  connectionstatechange: 'connection',
};

const operations: Readonly<Record<string, Operation>> = {
  createoffer: 'createOffer',
  setlocaldescription: 'setLocalDescription',
  setremotedescription: 'setRemoteDescription',
};

/**
 * Reads an event of webrtc-internals (also of versions that wrote `key: value` texts instead of JSON) or of rtcstats.
 * `undefined`: it says nothing that a log has a place for. Observed in Chromium 156; rtcstats-js, peerconnection.js.
 */
export function readPeerEvent({ name, value }: Pick<PeerEvent, 'name' | 'value'>): PeerFact | undefined {
  const event = name.toLowerCase().replace(/^on(?=[a-z])/, '');
  const machine = Object.hasOwn(machines, event) ? machines[event] : undefined;
  if (machine !== undefined) return stateFact(machine, valueOf(value));
  const [, called = '', outcome = ''] = /^(\w+?)(onsuccess|onfailure|failed)?$/.exec(event) ?? [];
  const failed = outcome === 'onfailure' || outcome === 'failed';
  if (called === 'addicecandidate') {
    if (failed) return { what: 'candidate-refused', error: readError(value) };
    return outcome === '' ? candidateFact('remote', valueOf(value)) : undefined;
  }
  const operation = Object.hasOwn(operations, called) ? operations[called] : undefined;
  if (operation !== undefined) {
    if (failed) return { what: 'refused', operation, error: readError(value) };
    const side = operation === 'setRemoteDescription' ? 'remote' : 'local';
    return descriptionFact(operation === 'createOffer' ? 'created' : 'described', side, valueOf(value));
  }
  switch (event) {
    case 'icecandidate':
      return candidateFact('local', valueOf(value));
    case 'icecandidateerror':
      return candidateErrorFact(valueOf(value));
    case 'track':
      return trackFact(valueOf(value));
    case 'createdatachannel':
    case 'datachannel':
      return channelFact(valueOf(value));
    case 'create':
    case 'setconfiguration':
      return { what: 'configured', configuration: valueOf(value) };
    case 'close':
    case 'stop':
      return { what: 'closed' };
    default:
      return undefined;
  }
}

/** JSON inside a text as what it is; the `key: value, key: value` of older Chromium as an object. */
export function valueOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (/^[{["]/.test(text)) return parseJson(text)?.value ?? value;
  const [, type, sdp] = /^type: (\w+), sdp: ([^]*)/.exec(value) ?? [];
  if (type !== undefined) return { type, sdp };
  if (!/^\w+: /.test(text)) return value;
  return Object.fromEntries(
    text
      .slice(0, 20_000)
      .split(/, (?=\w+: )/)
      .map((pair) => {
        const colon = pair.indexOf(': ');
        return [pair.slice(0, colon), pair.slice(colon + 2)];
      }),
  );
}

function stateFact(machine: Machine, value: unknown): PeerFact | undefined {
  const to = textOf(value, 40);
  // Old Chromium wrote `ICEConnectionStateChecking`.
  const state = to?.replace(/^ICE(?:Connection|Gathering)State|^SignalingState/, '').toLowerCase();
  return state === undefined || state === '' ? undefined : { what: 'state', machine, to: state };
}

function descriptionFact(
  what: 'created' | 'described',
  side: 'local' | 'remote',
  value: unknown,
): PeerFact | undefined {
  const type = textOf(memberOf(value, 'type'), 20);
  const sdp = textOf(memberOf(value, 'sdp'), longestSdp);
  return type === undefined || sdp === undefined || sdp === '' ? undefined : { what, side, type, sdp };
}

function candidateFact(side: 'local' | 'remote', value: unknown): PeerFact | undefined {
  const init = Array.isArray(value) ? listOf(value)[0] : value;
  const candidate = textOf(memberOf(init, 'candidate'), 2_000);
  if (candidate === undefined || (candidate === '' && side === 'local')) return undefined;
  const url = textOf(memberOf(init, 'url'), 500);
  const type = / typ (\w+)/.exec(candidate)?.[1];
  const named = type === 'relay' ? /[?&]transport=(\w+)/.exec(url ?? '')?.[1] : undefined;
  return {
    what: 'candidate',
    candidate: {
      side,
      candidate,
      ...given('mid', textOf(memberOf(init, 'sdpMid'), 100)),
      ...given('url', url === '' ? undefined : url),
      ...given('relayProtocol', textOf(memberOf(init, 'relayProtocol'), 10) ?? named),
    },
  };
}

function candidateErrorFact(value: unknown): PeerFact | undefined {
  const errorCode = numberOf(memberOf(value, 'error_code') ?? memberOf(value, 'errorCode'));
  const url = textOf(memberOf(value, 'url'), 500);
  if (errorCode === undefined || url === undefined) return undefined;
  return {
    what: 'candidate-error',
    error: {
      url,
      errorCode,
      errorText: textOf(memberOf(value, 'error_text') ?? memberOf(value, 'errorText'), 500) ?? '',
      ...given('address', textOf(memberOf(value, 'address'), 100)),
      ...given('port', numberOf(memberOf(value, 'port'))),
    },
  };
}

function trackFact(value: unknown): PeerFact | undefined {
  const kind = Array.isArray(value) ? listOf(value)[0] : memberOf(value, 'kind');
  return kind === 'audio' || kind === 'video' ? { what: 'track', media: kind } : undefined;
}

function channelFact(value: unknown): PeerFact | undefined {
  // rtcstats: the arguments of createDataChannel, or `[id, label]` of the event.
  const label = isObject(value) ? value.label : listOf(value).find((item) => typeof item === 'string');
  const text = textOf(label, 200);
  return text === undefined ? undefined : { what: 'channel', label: text };
}

/** `OperationError: Failed to …`, or a bare message. */
export function readError(value: unknown): FactError {
  const said = typeof value === 'string' && value.startsWith('"') ? valueOf(value) : value;
  const text = textOf(said) ?? textOf(memberOf(value, 'message')) ?? '';
  const [, name, message] = /^(?:DOMException: )?([A-Z]\w*Error): ([^]*)/.exec(text) ?? [];
  return { name: name ?? textOf(memberOf(value, 'name'), 60) ?? 'Error', message: message ?? text };
}
