import { promises as dns } from 'node:dns';
import { afterEach, expect, test, vi } from 'vitest';
import { RTCPeerConnection } from 'werift';
import type { FarEndFault } from '../world.ts';
import { answerOffer } from './farEnd.ts';
import { createFarEnds } from './farEnds.ts';

const farEnds = createFarEnds();
const session = { conversationId: 'conv_1', params: { voice: 'alloy' } };
let over = new AbortController();
let caller: RTCPeerConnection | undefined;
afterEach(async () => {
  over.abort();
  over = new AbortController();
  await caller?.close();
});

/** A caller in Node, its messages, and when its channel closed. */
async function call(fault?: FarEndFault) {
  const connection = new RTCPeerConnection({ iceServers: [], iceUseIpv6: false });
  caller = connection;
  const channel = connection.createDataChannel('orga-realtime-client-events');
  connection.addTransceiver('audio', { direction: 'sendrecv' });
  const heard: Record<string, unknown>[] = [];
  channel.onMessage.subscribe((text) => heard.push(JSON.parse(text.toString()) as Record<string, unknown>));
  await connection.setLocalDescription(await connection.createOffer());
  await expect.poll(() => connection.iceGatheringState).toBe('complete');
  const sdp = connection.localDescription?.sdp ?? '';
  const answered = await answerOffer({ sdp, session, fault, signal: over.signal, farEnds });
  if (!('answerSdp' in answered)) throw new Error(JSON.stringify(answered));
  return { connection, channel, heard, answerSdp: answered.answerSdp };
}

test('says that the session is created, what it heard, and answers', async () => {
  const { connection, channel, heard, answerSdp } = await call();
  await connection.setRemoteDescription({ type: 'answer', sdp: answerSdp });
  await expect
    .poll(() => heard.map(({ type }) => type), { timeout: 10_000 })
    .toEqual([
      'session.created',
      'conversation.created',
      'conversation.item.input_audio_transcription.completed',
      'response.output_item.done',
    ]);
  expect(heard[0]).toMatchObject({ session: { id: 'sess_conv_1', voice: 'alloy' } });
  channel.send('{"event":"session.update","data":{"voice":"echo"}}');
  await expect
    .poll(() => heard.at(-1))
    .toMatchObject({ type: 'session.updated', session: { voice: 'echo' } });
}, 15_000);

test('asks no server, and waits for a caller whose names nobody can look up', async () => {
  const connection = new RTCPeerConnection({ iceServers: [], iceUseIpv6: false });
  caller = connection;
  const channel = connection.createDataChannel('orga-realtime-client-events');
  await connection.setLocalDescription(await connection.createOffer());
  await expect.poll(() => connection.iceGatheringState).toBe('complete');
  // As Firefox has it.
  const sdp = (connection.localDescription?.sdp ?? '').replace(
    /^(a=candidate:\S+ 1 udp \d+) \S+/gim,
    '$1 5dd5dec9-0000-4000-8000-000000000000.local',
  );
  expect(sdp).toContain('.local');
  expect(sdp).toContain('a=end-of-candidates');
  const lookup = vi.spyOn(dns, 'lookup');
  const answered = await answerOffer({ sdp, session, fault: undefined, signal: over.signal, farEnds });
  await connection.setRemoteDescription({
    type: 'answer',
    sdp: 'answerSdp' in answered ? answered.answerSdp : '',
  });
  await expect.poll(() => channel.readyState, { timeout: 10_000 }).toBe('open');
  expect(lookup.mock.calls.map(([host]) => host)).toEqual([]);
  lookup.mockRestore();
}, 15_000);

test('hangs up after the time that the world gives it', async () => {
  const { connection, channel, heard, answerSdp } = await call({ kind: 'closes', after: 200 });
  await connection.setRemoteDescription({ type: 'answer', sdp: answerSdp });
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThan(0);
  await expect.poll(() => farEnds.alive(), { timeout: 10_000 }).toBe(0);
  expect(channel.readyState).not.toBe('connecting');
}, 15_000);

test('says nothing where it is mute', async () => {
  const { connection, channel, heard, answerSdp } = await call({ kind: 'mute' });
  await connection.setRemoteDescription({ type: 'answer', sdp: answerSdp });
  await expect.poll(() => channel.readyState, { timeout: 10_000 }).toBe('open');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(heard).toEqual([]);
}, 15_000);

test('ends with its world', async () => {
  await call();
  expect(farEnds.alive()).toBe(1);
  over.abort();
  await expect.poll(() => farEnds.alive()).toBe(0);
});

test('shows the fault in its answer', async () => {
  const good = await call();
  expect(good.answerSdp).toMatch(/^a=candidate:.* 127\.0\.0\.1 /m);
  expect((await call({ kind: 'no-candidates' })).answerSdp).not.toContain('a=candidate');
  expect((await call({ kind: 'unreachable' })).answerSdp).toContain(' 203.0.113.1 50000 typ host');
  expect((await call({ kind: 'refuses-channel' })).answerSdp).toMatch(/^m=application 0 /m);
  expect((await call({ kind: 'answer', sdp: 'hello' })).answerSdp).toBe('hello');
});

test('an offer that is no SDP is unusable', async () => {
  const answered = await answerOffer({
    sdp: '[object Object]',
    session,
    fault: undefined,
    signal: over.signal,
    farEnds,
  });
  expect(answered).toEqual({ unusable: 'it does not begin with v=0' });
});

test('more peers than the limit are refused, and set-ups take turns', async () => {
  const some = createFarEnds();
  let atOnce = 0;
  let most = 0;
  const results = await Promise.all(
    Array.from({ length: 150 }, () =>
      some.open(async () => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        some.begun();
        await Promise.resolve();
        atOnce -= 1;
        return 'open';
      }),
    ),
  );
  expect(most).toBeLessThanOrEqual(8);
  expect(results.filter((result) => result === 'open')).toHaveLength(100);
});
