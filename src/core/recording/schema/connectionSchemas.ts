import * as v from 'valibot';
import type { CandidatePairFacts, LogEntryOf, RtpFacts, Watch } from '../../session/log.ts';
import { common } from './common.ts';
import { errorFacts } from './failureSchema.ts';
import { amount, flag, label, list, type Members, maybe, number, oneOf, text } from './scalars.ts';

const audioOrVideo = oneOf<'audio' | 'video'>({ audio: true, video: true });

export const state = v.object({
  ...common,
  kind: v.literal('state'),
  machine: oneOf<LogEntryOf<'state'>['machine']>({
    signaling: true,
    gathering: true,
    ice: true,
    connection: true,
    dtls: true,
    sctp: true,
    channel: true,
  }),
  to: label,
} satisfies Members<LogEntryOf<'state'>>);

type Channel = LogEntryOf<'channel'>;

export const channel = v.object({
  ...common,
  kind: v.literal('channel'),
  event: oneOf<Channel['event']>({
    open: true,
    received: true,
    sent: true,
    error: true,
    closing: true,
    close: true,
  }),
  label: text,
  text: maybe(text),
  bytes: maybe(amount),
  messageType: maybe(text),
  error: maybe(
    v.object({
      name: label,
      message: text,
      errorDetail: maybe(label),
      sctpCauseCode: maybe(number),
    } satisfies Members<NonNullable<Channel['error']>>),
  ),
} satisfies Members<Channel>);

export const track = v.object({
  ...common,
  kind: v.literal('track'),
  event: oneOf<LogEntryOf<'track'>['event']>({ added: true, mute: true, unmute: true, ended: true }),
  media: audioOrVideo,
} satisfies Members<LogEntryOf<'track'>>);

const pair = v.object({
  local: text,
  remote: text,
  state: label,
  nominated: flag,
  requestsSent: maybe(amount),
  responsesReceived: maybe(amount),
  roundTripTime: maybe(number),
} satisfies Members<CandidatePairFacts>);

type Statistics = LogEntryOf<'statistics'>;

export const statistics = v.object({
  ...common,
  kind: v.literal('statistics'),
  moment: oneOf<Statistics['moment']>({ connected: true, failed: true, sample: true }),
  pairs: list(pair),
  transport: maybe(
    v.object({
      dtlsState: label,
      iceState: maybe(label),
      packetsReceived: maybe(amount),
    } satisfies Members<NonNullable<Statistics['transport']>>),
  ),
  rtp: maybe(
    list(
      v.object({
        direction: oneOf<RtpFacts['direction']>({ inbound: true, outbound: true }),
        media: audioOrVideo,
        packets: maybe(amount),
        bytes: maybe(amount),
        // RFC 3550, appendix A.3: negative where packets were doubled.
        packetsLost: maybe(number),
      } satisfies Members<RtpFacts>),
    ),
  ),
} satisfies Members<Statistics>);

export const watch = v.object({
  ...common,
  kind: v.literal('watch'),
  watch: oneOf<Watch>({
    'ice-server': true,
    gathering: true,
    'ice-new': true,
    'no-candidates': true,
    checks: true,
    dtls: true,
    channel: true,
    session: true,
  }),
  subject: maybe(text),
  silentFor: amount,
  until: maybe(number),
  foresees: label,
  over: maybe(v.literal(true)),
} satisfies Members<LogEntryOf<'watch'>>);

type Media = LogEntryOf<'media'>;

export const media = v.object({
  ...common,
  kind: v.literal('media'),
  device: oneOf<Media['device']>({ microphone: true, camera: true, playback: true }),
  event: oneOf<Media['event']>({
    granted: true,
    refused: true,
    ended: true,
    mute: true,
    unmute: true,
    silent: true,
    audible: true,
    blocked: true,
    playing: true,
  }),
  error: maybe(errorFacts),
  constraint: maybe(text),
  framed: maybe(flag),
  permission: maybe(label),
} satisfies Members<Media>);
