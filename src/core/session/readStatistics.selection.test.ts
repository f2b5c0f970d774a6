import { expect, test } from 'vitest';
import { readStatistics, type Stat } from './readStatistics.ts';

const read = (...stats: readonly Stat[]) => readStatistics(stats);
/** The members of the sample that the browser told. */
const told = (...stats: readonly Stat[]) =>
  Object.fromEntries(Object.entries(read(...stats).sample).filter(([, value]) => value !== undefined));

const chosen = {
  id: 'P',
  type: 'candidate-pair',
  state: 'succeeded',
  nominated: true,
  requestsSent: 5,
  bytesSent: 10,
  bytesReceived: 20,
} as const;
const other = { ...chosen, id: 'Q', requestsSent: 7, bytesSent: 30, bytesReceived: 40 } as const;

test('the transport names the selected pair', () => {
  expect(told(chosen, other, { id: 'T', type: 'transport', selectedCandidatePairId: 'Q' })).toEqual({
    requestsSent: 7,
    bytesSent: 30,
    bytesReceived: 40,
  });
});

test.each([[{ nominated: false }], [{ state: 'in-progress' }], [{ nominated: false, state: 'in-progress' }]])(
  'of a transport that names none, the pair that is nominated and succeeded counts, not one with %j',
  (rest) => {
    expect(told({ ...other, ...rest }, chosen)).toEqual({
      requestsSent: 5,
      bytesSent: 10,
      bytesReceived: 20,
    });
    expect(told({ ...other, ...rest })).toEqual({ requestsSent: 7 });
  },
);

test('what the transport counts goes before what the pair counts', () => {
  expect(
    told(chosen, {
      id: 'T',
      type: 'transport',
      bytesSent: 1,
      bytesReceived: 2,
      packetsSent: 3,
      packetsReceived: 4,
      iceState: 'connected',
      dtlsState: 'connected',
    }),
  ).toEqual({
    requestsSent: 5,
    bytesSent: 1,
    bytesReceived: 2,
    packetsSent: 3,
    packetsReceived: 4,
    iceState: 'connected',
    dtlsState: 'connected',
  });
});

const media = [
  { id: 'IV', type: 'inbound-rtp', kind: 'video', framesDecoded: 1, packetsReceived: 2, jitter: 3 },
  { id: 'OA', type: 'outbound-rtp', kind: 'audio', framesSent: 4, packetsSent: 5, bytesSent: 6 },
  { id: 'OV', type: 'outbound-rtp', kind: 'video', framesSent: 7, packetsSent: 8, packetsLost: 9 },
  { id: 'IA', type: 'inbound-rtp', kind: 'audio', framesDecoded: 10, packetsLost: 11, jitter: 0.25 },
  { id: 'SA', type: 'media-source', kind: 'audio', audioLevel: 0.2 },
  { id: 'SV', type: 'media-source', kind: 'video', audioLevel: 0.1 },
  { id: 'X', type: 'codec', kind: 'audio', audioLevel: 0.3, dtlsState: 'new' },
] as const;

test('media are told apart by direction and kind, and the microphone from what is heard', () => {
  expect(told(...media)).toEqual({
    packetsLost: 11,
    jitter: 250,
    framesDecoded: 1,
    framesSent: 7,
    microphoneLevel: 0.2,
  });
  expect(read(...media).snapshot).toStrictEqual({
    pairs: [],
    rtp: [
      { direction: 'inbound', media: 'video', packets: 2 },
      { direction: 'outbound', media: 'audio', packets: 5, bytes: 6 },
      { direction: 'outbound', media: 'video', packets: 8 },
      { direction: 'inbound', media: 'audio', packetsLost: 11 },
    ],
  });
});

test('of what the browser does not tell, nothing is kept', () => {
  expect(
    read(
      { id: 'P', type: 'candidate-pair', localCandidateId: 'L', remoteCandidateId: 'R' },
      { id: 'L', type: 'local-candidate', protocol: 'udp' },
      { id: 'R', type: 'remote-candidate', candidateType: 'relay', protocol: 'tcp', address: '::1' },
      { id: 'Q', type: 'candidate-pair', state: 'waiting', currentRoundTripTime: 0.5 },
      { id: 'T', type: 'transport' },
    ).snapshot,
  ).toStrictEqual({
    pairs: [
      {
        local: 'unknown udp (address hidden)',
        remote: 'relay tcp ::1',
        state: 'unknown',
        nominated: false,
      },
      {
        local: 'unknown',
        remote: 'unknown',
        state: 'waiting',
        nominated: false,
        roundTripTime: 500,
      },
    ],
    transport: { dtlsState: 'unknown' },
  });
});
