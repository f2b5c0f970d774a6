import { expect, test } from 'vitest';
import { readStatistics } from './readStatistics.ts';

const report = (...stats: { id: string; type: string; [name: string]: unknown }[]) =>
  new Map(stats.map((stat) => [stat.id, stat])) as unknown as RTCStatsReport;

test('a standing connection gives a snapshot for the log and a sample for the series', () => {
  const { snapshot, sample } = readStatistics(
    report(
      {
        id: 'T',
        type: 'transport',
        selectedCandidatePairId: 'P',
        dtlsState: 'connected',
        iceState: 'connected',
        bytesSent: 10,
        bytesReceived: 20,
        packetsSent: 1,
        packetsReceived: 2,
      },
      {
        id: 'P',
        type: 'candidate-pair',
        localCandidateId: 'L',
        remoteCandidateId: 'R',
        state: 'succeeded',
        nominated: true,
        requestsSent: 5,
        responsesReceived: 4,
        currentRoundTripTime: 0.012,
        availableOutgoingBitrate: 300_000,
      },
      { id: 'Q', type: 'candidate-pair', state: 'waiting', requestsSent: 9, responsesReceived: 0 },
      { id: 'L', type: 'local-candidate', candidateType: 'host', protocol: 'udp', address: '', port: 40_000 },
      {
        id: 'R',
        type: 'remote-candidate',
        candidateType: 'relay',
        protocol: 'udp',
        address: '203.0.113.7',
        port: 50_000,
      },
      {
        id: 'I',
        type: 'inbound-rtp',
        kind: 'audio',
        packetsReceived: 7,
        bytesReceived: 700,
        packetsLost: 1,
        jitter: 0.004,
        audioLevel: 0.25,
        totalSamplesReceived: 480,
      },
    ),
  );
  expect(snapshot).toEqual({
    pairs: [
      {
        local: 'host udp (address hidden):40000',
        remote: 'relay udp 203.0.113.7:50000',
        state: 'succeeded',
        nominated: true,
        requestsSent: 5,
        responsesReceived: 4,
        roundTripTime: 12,
      },
      {
        local: 'unknown',
        remote: 'unknown',
        state: 'waiting',
        nominated: false,
        requestsSent: 9,
        responsesReceived: 0,
      },
    ],
    transport: { dtlsState: 'connected', iceState: 'connected', packetsReceived: 2 },
    rtp: [{ direction: 'inbound', media: 'audio', packets: 7, bytes: 700, packetsLost: 1 }],
  });
  expect(sample).toMatchObject({
    rtt: 12,
    availableOutgoingBitrate: 300_000,
    requestsSent: 5,
    responsesReceived: 4,
    bytesSent: 10,
    bytesReceived: 20,
    audioPacketsReceived: 7,
    packetsLost: 1,
    jitter: 4,
    audioLevel: 0.25,
  });
});

test('checks that the browser does not count are unknown, not none', () => {
  const { snapshot } = readStatistics(
    report({ id: 'P', type: 'candidate-pair', state: 'succeeded', nominated: true }),
  );
  expect(snapshot.pairs).toEqual([
    { local: 'unknown', remote: 'unknown', state: 'succeeded', nominated: true },
  ]);
});

test('while nothing is selected the checks of all pairs are counted', () => {
  const { sample } = readStatistics(
    report(
      { id: 'P', type: 'candidate-pair', state: 'in-progress', requestsSent: 4, responsesReceived: 0 },
      { id: 'Q', type: 'candidate-pair', state: 'in-progress', requestsSent: 3, responsesReceived: 1 },
    ),
  );
  expect(sample).toMatchObject({ requestsSent: 7, responsesReceived: 1, rtt: undefined });
});

test('what the browser does not tell is absent, not zero', () => {
  const { sample, snapshot } = readStatistics(report({ id: 'T', type: 'transport', dtlsState: 'new' }));
  expect(sample.requestsSent).toBeUndefined();
  expect(sample.audioLevel).toBeUndefined();
  expect(snapshot).toEqual({ pairs: [], transport: { dtlsState: 'new' } });
});

test('the level of what nobody plays is no measurement', () => {
  const heard = { id: 'I', type: 'inbound-rtp', kind: 'audio', audioLevel: 0, totalSamplesReceived: 0 };
  expect(readStatistics(report(heard)).sample.audioLevel).toBeUndefined();
});
