import { expect, test } from 'vitest';
import { label } from './testing/watchedFacts.ts';
import { host, sdp, silence, standing, turn, usable } from './testing/watchedSilence.ts';

test('where nothing is waited for, nothing is due', () => {
  const { fold, candidate } = silence({ servers: [turn] });
  expect(fold.next()).toBeUndefined();
  candidate(10, host);
  expect(fold.next()).toBeUndefined();
});

test('a silent server and gathering are told after a while, then at twice the time, and again', () => {
  const { fold, state, pass } = silence({ servers: [turn, turn] });
  state(200, 'gathering', 'gathering');
  expect(fold.next()).toBe(1700);
  expect(pass(6_500)).toEqual([
    `1700 offer ice-server of ${turn} for 1500 foresees turn.udp.dead until 40000`,
    `3200 offer ice-server of ${turn} for 3000 foresees turn.udp.dead until 40000`,
    '3200 offer gathering for 3000 foresees gather.timeout until 40000',
    `6200 offer ice-server of ${turn} for 6000 foresees turn.udp.dead until 40000`,
    '6200 offer gathering for 6000 foresees gather.timeout until 40000',
  ]);
});

test('what was not asked for a long time is told once, and next after twice that', () => {
  const { fold, told, state } = silence({ servers: [turn] });
  state(200, 'gathering', 'gathering');
  fold.tell(3_199);
  fold.tell(12_200);
  expect(told).toEqual([
    `3199 offer ice-server of ${turn} for 2999 foresees turn.udp.dead until 40000`,
    `12200 offer ice-server of ${turn} for 12000 foresees turn.udp.dead until 40000`,
    '12200 offer gathering for 12000 foresees gather.timeout until 40000',
  ]);
  expect(fold.next()).toBe(24_200);
});

test('a candidate of a server, and its error, end its silence; what was told of it is told to be over', () => {
  const { state, candidate, see, pass, told } = silence({ servers: ['stun:s.example', turn] });
  state(200, 'gathering', 'gathering');
  candidate(250, host);
  pass(2_000);
  candidate(2_300, 'candidate:2 1 udp 1 203.0.113.7 50000 typ srflx raddr 0.0.0.0 rport 0', 'stun:s.example');
  expect(told.splice(0)).toEqual([
    '2300 offer ice-server of stun:s.example for 2100 foresees net.udp-blocked until 40000 over',
  ]);
  see(2_400, { kind: 'candidate-error', url: turn, errorCode: 701, errorText: 'timed out' });
  expect(told).toEqual([`2400 offer ice-server of ${turn} for 2200 foresees turn.udp.dead until 40000 over`]);
});

test('what was not told yet is not told to be over', () => {
  const { state, told } = silence();
  state(200, 'gathering', 'gathering');
  state(900, 'gathering', 'complete');
  expect(told).toEqual([]);
});

test('a silence that only ends because all is over is not over', () => {
  const { state, pass, told } = silence();
  state(200, 'gathering', 'gathering');
  pass(3_200);
  state(4_000, 'connection', 'failed');
  expect(told).toEqual([]);
});

test('the end of candidates, a remote candidate and a candidate of no type are no candidate of a server', () => {
  const { state, candidate, see, pass } = silence({ servers: [turn] });
  state(200, 'gathering', 'gathering');
  candidate(250, '');
  candidate(260, 'candidate:1 1 udp 1 10.0.0.2 50000');
  see(270, { kind: 'candidate', side: 'remote', candidate: 'candidate:1 1 udp 1 10.0.0.3 50000 typ relay' });
  expect(pass(1_700)).toHaveLength(1);
});

test('once the offer went out, only the servers are still waited for', () => {
  const { fold, state, pass } = silence({ servers: [turn] });
  state(200, 'gathering', 'gathering');
  fold.cutOff(300);
  expect(pass(3_200)).toEqual([
    `1700 offer ice-server of ${turn} for 1500 foresees turn.udp.dead until 40000`,
    `3200 offer ice-server of ${turn} for 3000 foresees turn.udp.dead until 40000`,
  ]);
});

test('ICE that stays new is told from the answer on', () => {
  const { candidate, answer, pass } = silence();
  candidate(100, host);
  answer(500, usable);
  expect(pass(2_500)).toEqual(['2500 connection ice-new for 2000 foresees connection.unexplained']);
});

test('without a candidate of its own a page that wants relays only lacks a TURN server', () => {
  const { answer, pass } = silence({ relayOnly: true });
  answer(500, usable);
  expect(pass(2_500)).toEqual(['2500 connection ice-new for 2000 foresees relay.noturn']);
});

test('the end of its candidates is none of them, and its own answer is not the other side’s', () => {
  const { candidate, answer, see, pass } = silence();
  see(50, { kind: 'description', side: 'local', type: 'answer', sdp });
  expect(pass(9_000)).toEqual([]);
  candidate(9_000, '');
  answer(9_100, usable);
  expect(pass(11_100)).toEqual(['11100 connection ice-new for 2000 foresees gather.none']);
});

test('of several candidates of the page’s own none is lacking', () => {
  const { candidate, answer, pass } = silence();
  candidate(100, host);
  candidate(110, host);
  answer(500, sdp);
  expect(pass(2_500)).toEqual(['2500 connection no-candidates for 2000 foresees ice.nocand']);
});

test('an answer counts from its first description, until signaling gets stable with another', () => {
  const { candidate, answer, state, pass, see } = silence();
  candidate(100, host);
  see(300, { kind: 'description', side: 'local', type: 'offer', sdp });
  see(400, { kind: 'description', side: 'remote', type: 'offer', sdp });
  expect(pass(9_000)).toEqual([]);
  answer(500, sdp);
  answer(700, usable);
  expect(pass(2_500)).toEqual(['2500 connection no-candidates for 2000 foresees ice.nocand']);
  state(2_600, 'signaling', 'have-remote-offer');
  expect(pass(2_600)).toEqual([]);
  state(3_000, 'signaling', 'stable');
  expect(pass(5_000)).toEqual(['5000 connection ice-new for 2000 foresees connection.unexplained']);
});

test('signaling that is stable without any answer says nothing', () => {
  const { state, pass } = silence();
  state(300, 'signaling', 'stable');
  expect(pass(9_000)).toEqual([]);
});

test('unanswered checks are told from the first one on, and packets that end none point at the password', () => {
  const { candidate, answer, state, sample, pass } = silence();
  candidate(100, host);
  answer(500, usable);
  state(600, 'ice', 'checking');
  sample(1_000, { requestsSent: 2, responsesReceived: 0, packetsReceived: 0, bytesReceived: 0 });
  expect(pass(3_500)).toEqual(['3100 connection checks for 2500 foresees ice.unreachable until 15600']);
  sample(4_000, { requestsSent: 9, responsesReceived: 0, packetsReceived: 4, bytesReceived: 'many' });
  expect(pass(6_000)).toEqual(['5600 connection checks for 5000 foresees ice.badpwd until 15600']);
});

test('checks that are answered after all are over', () => {
  const { candidate, answer, state, pass, told } = silence({ channel: undefined });
  candidate(100, host);
  answer(500, usable);
  state(600, 'ice', 'checking');
  pass(3_100);
  state(3_300, 'ice', 'connected');
  expect(told).toEqual(['3300 connection checks for 2700 foresees ice.unreachable until 15600 over']);
});

test('after ICE comes DTLS', () => {
  const { candidate, answer, state, pass } = silence();
  candidate(100, host);
  answer(500, usable);
  state(700, 'connection', 'connecting');
  state(800, 'ice', 'connected');
  expect(pass(2_800)).toEqual(['2800 connection dtls for 2000 foresees connection.unexplained']);
});

test('a channel that does not open is told from when the connection stood, the greeting from when it opened', () => {
  const { state, pass, see, told } = standing();
  expect(pass(3_000)).toEqual(['3000 connection channel for 2000 foresees connection.unexplained']);
  state(3_500, 'channel', 'open');
  expect(told.splice(0)).toEqual(['3500 connection channel for 2500 foresees connection.unexplained over']);
  expect(pass(6_500)).toEqual(['6500 connection session for 3000 foresees app.no-session']);
  see(7_000, { kind: 'channel', event: 'received', label, messageType: 'session.updated', text: '{}' });
  expect(told).toEqual([]);
  see(7_100, { kind: 'channel', event: 'received', label, messageType: 'session.created', text: '{}' });
  expect(told).toEqual(['7100 connection session for 3600 foresees app.no-session over']);
});

test('the silence of a channel begins anew only where the connection stands for the first time', () => {
  const { state, pass } = standing();
  state(1_500, 'connection', 'disconnected');
  state(1_600, 'connection', 'connected');
  expect(pass(3_600)).toEqual(['3000 connection channel for 2000 foresees connection.unexplained']);
});

test('a page without a channel, or whose far end says nothing first, waits for none of it', () => {
  const without = standing({ channel: undefined, expectsGreeting: false });
  without.state(1_200, 'channel', 'connecting');
  expect(without.pass(9_000)).toEqual([]);
  const own = standing({ channel: 'chat', expectsGreeting: false });
  own.state(1_200, 'channel', 'open');
  expect(own.pass(9_000)).toEqual([]);
});

test('a standing connection whose checks stay unanswered is in trouble, as of the last response', () => {
  const { state, sample, pass } = standing({ expectsGreeting: false });
  state(1_100, 'channel', 'open');
  sample(2_000, { requestsSent: 5, responsesReceived: 5 });
  sample(4_000, { requestsSent: 8, responsesReceived: 5 });
  expect(pass(4_500)).toEqual(['4500 connection checks for 2500 foresees net.loss until 17900']);
});

test('a connection that ICE calls disconnected is silent since the last response', () => {
  const { state, sample, pass } = standing({ expectsGreeting: false });
  state(1_100, 'channel', 'open');
  sample(2_000, { requestsSent: 5, responsesReceived: 5 });
  state(4_000, 'ice', 'disconnected');
  expect(pass(4_500)).toEqual(['4500 connection checks for 2500 foresees net.loss until 17900']);
});

test('when other pairs count, or none can be told, the checks begin anew', () => {
  const { state, sample, pass } = standing({ expectsGreeting: false });
  state(1_100, 'channel', 'open');
  sample(2_000, { requestsSent: 5, responsesReceived: 5 });
  state(3_000, 'ice', 'connected');
  sample(4_000, { requestsSent: 8, responsesReceived: 5 });
  expect(pass(9_000)).toEqual([]);
});

test('a state that no browser has changes nothing', () => {
  const { state, pass, fold } = silence({ servers: [turn] });
  for (const machine of ['gathering', 'ice', 'connection', 'channel', 'signaling', 'dtls']) {
    state(200, machine, 'tea');
  }
  expect([fold.next(), pass(9_000)]).toEqual([undefined, []]);
});

test('the states of DTLS and SCTP are not those of ICE, of gathering or of the channel', () => {
  const { candidate, answer, state, pass } = silence();
  state(200, 'gathering', 'gathering');
  state(210, 'dtls', 'new');
  expect(pass(3_200)).toHaveLength(1);
  candidate(3_300, host);
  answer(3_500, usable);
  state(3_600, 'dtls', 'connected');
  expect(pass(5_500)).toHaveLength(1);
  const { pass: passStanding, state: stateStanding } = standing();
  stateStanding(1_100, 'sctp', 'closed');
  expect(passStanding(3_000)).toHaveLength(1);
});

test('what has stopped tells nothing more', () => {
  const { fold, state, pass, told } = silence({ servers: [turn] });
  state(200, 'gathering', 'gathering');
  fold.stop();
  expect(fold.next()).toBeUndefined();
  expect([pass(9_000), told]).toEqual([[], []]);
});
