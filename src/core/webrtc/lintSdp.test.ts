import { expect, test } from 'vitest';
import { lintSdp } from './lintSdp.ts';
import { answerLines, offerLines, sdpText } from './testing/literalSdp.ts';

const offer = sdpText(offerLines);
const answer = sdpText(answerLines);

/** Rules that fire for a changed answer. */
function rulesOf(text: string, iceTransportPolicy?: 'relay'): readonly string[] {
  return lintSdp({ offer, answer: text, iceTransportPolicy }).map(({ rule }) => rule);
}

function changed(...changes: Parameters<typeof sdpText>[1][]): string {
  return sdpText(answerLines, ...changes);
}

test('a proper offer and answer give nothing to say', () => {
  expect(lintSdp({ offer, answer })).toEqual([]);
  expect(lintSdp({ offer: undefined })).toEqual([]);
});

test.each([
  ['', 'The answer is empty'],
  ['  \r\n', 'The answer is empty'],
  ['{"sdp":"v=0"}', 'The answer is JSON, not SDP'],
  ['<!doctype html>', 'The answer is a page, not SDP'],
  ['undefined', 'The answer is not SDP'],
  ['\uFEFFv=0\r\n', 'Something stands before the answer’s first line'],
])('not-sdp: %j', (text, title) => {
  const [finding, ...others] = lintSdp({ offer, answer: text });
  expect(finding).toMatchObject({ rule: 'not-sdp', side: 'answer', line: 0, severity: 'error', title });
  expect(others).toEqual([]);
});

test.each([
  'v=0\\r\\no=- 1 2 IN IP4 127.0.0.1\\r\\n',
  'v=0\\no=-',
  '"v=0\\r\\no=-"',
  'v=0%0D%0Ao=-',
  'v%3D0%0d%0ao%3D-',
])('escaped-crlf: %j', (text) => {
  expect(rulesOf(text)).toEqual(['escaped-crlf']);
});

test('no-final-crlf: a trimmed answer', () => {
  expect(lintSdp({ offer, answer: answer.trimEnd() })).toMatchObject([
    { rule: 'no-final-crlf', line: 24, section: 2, text: 'a=sctp-port:5000' },
  ]);
});

test('lf-only: a warning, once', () => {
  expect(lintSdp({ offer, answer: answer.replaceAll('\r\n', '\n') })).toMatchObject([
    { rule: 'lf-only', line: 1, severity: 'warning', title: 'The lines of the answer end with LF alone' },
  ]);
  expect(rulesOf(answer.replace('\r\n', '\n'))).toEqual(['lf-only']);
});

test('lf-only: CR alone is an error', () => {
  expect(lintSdp({ offer, answer: answer.replaceAll('\r\n', '\r') })).toMatchObject([
    { rule: 'lf-only', severity: 'error' },
  ]);
});

test.each([
  ['inside a word', answer.slice(0, answer.indexOf('endrecv'))],
  ['inside a candidate', answer.slice(0, answer.indexOf('.1.2 50123'))],
  ['inside the fingerprint', answer.slice(0, answer.indexOf('AB:AB') + 20)],
  ['after a line, with its end', answer.slice(0, answer.indexOf('a=mid:0'))],
  ['before the rtpmap', answer.slice(0, answer.indexOf('\r\na=rtpmap'))],
  ['in the middle', answer.slice(0, answer.length / 2)],
])('truncated: %s', (_, text) => {
  expect(rulesOf(text)).toEqual(['truncated']);
});

test('line: an empty line, a line that is none, a NUL, and absent lines', () => {
  expect(lintSdp({ offer, answer: changed([/^a=rtcp-mux/, '\r\na=rtcp-mux']) })).toMatchObject([
    { rule: 'line', line: 15 },
  ]);
  expect(rulesOf(changed([/^a=rtcp-mux/, ' a=rtcp-mux']))).toContain('line');
  expect(rulesOf(changed([/^s=-/, 's=\0']))).toEqual(['line']);
  expect(lintSdp({ offer, answer: changed([/^[ot]=/, undefined]) })).toMatchObject([
    { rule: 'line', line: 0, title: 'The answer lacks o=, t=' },
  ]);
});

test('mline-count: a section too few and one too many', () => {
  const short = sdpText(answerLines.slice(0, 16), [/BUNDLE 0 1/, 'BUNDLE 0']);
  expect(lintSdp({ offer, answer: short })).toMatchObject([{ rule: 'mline-count', line: 0 }]);
  const long = `${answer}m=audio 0 UDP/TLS/RTP/SAVPF 0\r\na=mid:2\r\n`;
  expect(lintSdp({ offer, answer: long })[0]).toMatchObject({ rule: 'mline-count', line: 25, section: 3 });
});

test('mline-order: sections exchanged', () => {
  const exchanged = sdpText([
    ...answerLines.slice(0, 5),
    ...answerLines.slice(16),
    ...answerLines.slice(5, 16),
  ]);
  expect(rulesOf(exchanged)).toEqual(['mline-order', 'mline-order']);
});

test('mid: another, none, the same twice', () => {
  expect(rulesOf(changed([/^a=mid:0/, 'a=mid:x'], [/BUNDLE 0/, 'BUNDLE x']))).toEqual(['mid']);
  expect(rulesOf(changed([/^a=mid:1/, undefined]))).toContain('mid');
  expect(rulesOf(changed([/^a=mid:1/, 'a=mid:0'], [/BUNDLE 0 1/, 'BUNDLE 0']))).toEqual(['mid', 'mid']);
});

test('bundle: a stranger, a rejected one, more than offered, none', () => {
  expect(lintSdp({ offer, answer: changed([/BUNDLE 0 1/, 'BUNDLE 0 7']) })).toMatchObject([
    { rule: 'bundle', line: 5, text: 'a=group:BUNDLE 0 7' },
  ]);
  expect(rulesOf(changed([/^m=application 9/, 'm=application 0']))).toEqual(['bundle', 'rejected-channel']);
  const alone = sdpText(offerLines, [/BUNDLE 0 1/, 'BUNDLE 0']);
  expect(lintSdp({ offer: alone, answer }).map(({ rule }) => rule)).toEqual(['bundle']);
  expect(rulesOf(changed([/^a=group/, undefined]))).toEqual(['bundle']);
});

test('setup: actpass and others in an answer, none, both active', () => {
  expect(lintSdp({ offer, answer: changed([/^a=setup:active/, 'a=setup:actpass']) })[0]).toMatchObject({
    rule: 'setup',
    line: 12,
    severity: 'error',
    title: 'a=setup:actpass in the answer',
  });
  expect(rulesOf(changed([/^a=setup:active/, 'a=setup:holdconn']))).toEqual(['setup', 'setup']);
  expect(lintSdp({ offer, answer: changed([/^a=setup/, undefined]) })).toMatchObject([
    { rule: 'setup', severity: 'warning' },
  ]);
  const active = sdpText(offerLines, [/actpass/, 'active']);
  expect(lintSdp({ offer: active, answer })).toMatchObject([
    { rule: 'setup', side: 'offer', severity: 'warning' },
    { rule: 'setup', side: 'offer', severity: 'warning' },
    { rule: 'setup', side: 'answer', severity: 'error' },
  ]);
});

test('setup and fingerprint may stand in the session', () => {
  const lines = answerLines.filter((line) => !/^a=(?:setup|fingerprint)/.test(line));
  const session = answerLines.filter((line) => /^a=(?:setup|fingerprint)/.test(line)).slice(0, 2);
  expect(rulesOf(sdpText([...lines.slice(0, 4), ...session, ...lines.slice(4)]))).toEqual([]);
});

test('a bundled section needs no transport of its own', () => {
  const second = answerLines.slice(16).filter((line) => !/^a=(?:ice|setup|fingerprint)/.test(line));
  expect(rulesOf(sdpText([...answerLines.slice(0, 16), ...second]))).toEqual([]);
});

test('fingerprint: none, too short, of no hash that browsers take', () => {
  expect(lintSdp({ offer, answer: changed([/^a=fingerprint/, undefined]) })).toMatchObject([
    { rule: 'fingerprint', line: 6, section: 1 },
  ]);
  expect(rulesOf(changed([/ AB:/, ' ']))).toEqual(['fingerprint', 'fingerprint']);
  expect(rulesOf(changed([/sha-256/, 'md5']))).toEqual(['fingerprint', 'fingerprint']);
  expect(rulesOf(changed([/sha-256/, 'toString']))).toEqual(['fingerprint', 'fingerprint']);
  expect(rulesOf(changed([/AB:AB/, 'ab:ab']))).toEqual([]);
});

test('ice-ufrag: none, three characters, characters that do not belong there', () => {
  expect(rulesOf(changed([/^a=ice-ufrag/, undefined]))).toEqual(['ice-ufrag']);
  expect(rulesOf(changed([/EsAw/, 'EsA']))).toEqual(['ice-ufrag', 'ice-ufrag']);
  expect(lintSdp({ offer, answer: changed([/EsAw/, 'Es-Aw']) })[0]?.severity).toBe('warning');
  expect(lintSdp({ offer, answer: changed([/EsAw/, 'Es Aw']) })[0]?.severity).toBe('error');
});

test('ice-pwd: none, 21 characters, and never shown', () => {
  expect(rulesOf(changed([/^a=ice-pwd/, undefined]))).toEqual(['ice-pwd']);
  const [finding] = lintSdp({
    offer,
    answer: changed([/P2uYro0UCOQ4zxjKXaWCBui1/, 'P2uYro0UCOQ4zxjKXaWCB']),
  });
  expect(finding).toMatchObject({ rule: 'ice-pwd', line: 10, text: 'a=ice-pwd:…' });
});

test('rtcp-mux: absent from the audio section', () => {
  expect(lintSdp({ offer, answer: changed([/^a=rtcp-mux/, undefined]) })).toMatchObject([
    { rule: 'rtcp-mux', line: 6, severity: 'error' },
  ]);
});

test('no-common-codec: other name, clock, channels; static types count, telephone-event does not', () => {
  const only = /^m=audio 9 UDP\/TLS\/RTP\/SAVPF 111 0/;
  const one = 'm=audio 9 UDP/TLS/RTP/SAVPF 111';
  expect(rulesOf(changed([only, one], [/opus\/48000\/2/, 'lyra/48000/2']))).toEqual(['no-common-codec']);
  expect(rulesOf(changed([only, one], [/opus\/48000\/2/, 'opus/16000/2']))).toEqual(['no-common-codec']);
  expect(rulesOf(changed([only, one], [/opus\/48000\/2/, 'opus/48000']))).toEqual(['no-common-codec']);
  expect(rulesOf(changed([only, one], [/opus/, 'OPUS']))).toEqual([]);
  expect(rulesOf(changed([only, 'm=audio 9 UDP/TLS/RTP/SAVPF 0']))).toEqual([]);
  expect(rulesOf(changed([only, 'm=audio 9 UDP/TLS/RTP/SAVPF 8']))).toEqual(['no-common-codec']);
  const dtmf = sdpText(offerLines, [/opus\/48000\/2/, 'telephone-event/8000'], [only, one]);
  expect(lintSdp({ offer: dtmf, answer: changed([only, one]) })).toEqual([]);
});

test.each([
  ['inactive', 'the assistant does not hear you and you do not hear the assistant'],
  ['recvonly', 'you do not hear the assistant'],
  ['sendonly', 'the assistant does not hear you'],
])('direction: audio answered %s', (word, means) => {
  const [finding, ...others] = lintSdp({ offer, answer: changed([/^a=sendrecv/, `a=${word}`]) });
  expect(finding).toMatchObject({ rule: 'direction', side: 'answer', line: 14, severity: 'error' });
  expect(finding?.cause).toContain(`but ${means}.`);
  expect(others).toEqual([]);
});

test('direction: nothing said means both ways; an answer goes no further than the offer', () => {
  expect(rulesOf(changed([/^a=sendrecv/, undefined]))).toEqual([]);
  const sending = sdpText(offerLines, [/^a=sendrecv/, 'a=sendonly']);
  expect(lintSdp({ offer: sending, answer: changed([/^a=sendrecv/, 'a=recvonly']) })).toMatchObject([
    { side: 'offer', rule: 'direction', severity: 'warning' },
  ]);
  expect(lintSdp({ offer: sending, answer })).toMatchObject([
    { side: 'offer' },
    { side: 'answer', rule: 'direction', severity: 'error' },
  ]);
});

test('rejected-channel and rejected-media: port 0, but not bundle-only in an offer', () => {
  const unbundled = [/BUNDLE 0 1/, 'BUNDLE 0'] as const;
  expect(rulesOf(changed(unbundled, [/^m=application 9/, 'm=application 0']))).toEqual(['rejected-channel']);
  expect(rulesOf(changed([/BUNDLE 0 1/, 'BUNDLE 1'], [/^m=audio 9/, 'm=audio 0']))).toContain(
    'rejected-media',
  );
  const only = sdpText(
    offerLines,
    [/^m=application 9/, 'm=application 0'],
    [/^a=sctp-port.*/, '$&\r\na=bundle-only'],
  );
  expect(lintSdp({ offer: only, answer })).toEqual([]);
});

const candidate = /^a=candidate.*/;

test('no-candidates: an error in the answer, a warning in the offer', () => {
  expect(lintSdp({ offer, answer: changed([candidate, undefined]) })).toMatchObject([
    { rule: 'no-candidates', side: 'answer', severity: 'error' },
  ]);
  expect(lintSdp({ offer: sdpText(offerLines, [candidate, undefined]) })).toMatchObject([
    { rule: 'no-candidates', side: 'offer', severity: 'warning' },
  ]);
});

test('port-low: below 1024, 443 on a private address; not 443 on a public one, not active TCP', () => {
  const at = (address: string, port: number) =>
    changed([candidate, `a=candidate:1 1 udp 5 ${address} ${port} typ host`]);
  expect(lintSdp({ offer, answer: at('203.0.113.1', 9) })).toMatchObject([
    { rule: 'port-low', line: 8, severity: 'error' },
  ]);
  expect(rulesOf(at('192.168.1.2', 443))).toEqual(['port-low']);
  expect(rulesOf(at('203.0.113.1', 443))).toEqual([]);
  expect(rulesOf(at('203.0.113.1', 1023))).toEqual(['port-low']);
  expect(rulesOf(at('203.0.113.1', 1024))).toEqual([]);
  const also = 'a=candidate:2 1 udp 5 203.0.113.1 9 typ host';
  expect(lintSdp({ offer, answer: changed([candidate, `$&\r\n${also}`]) })).toMatchObject([
    { rule: 'port-low', severity: 'warning' },
  ]);
  const active = 'a=candidate:2 1 tcp 5 192.168.1.2 9 typ host tcptype active';
  expect(rulesOf(changed([candidate, `$&\r\n${active}`]))).toEqual([]);
});

test('address-unspecified: all zero', () => {
  expect(rulesOf(changed([/192\.168\.1\.2/, '0.0.0.0']))).toEqual(['address-unspecified']);
  expect(rulesOf(changed([/192\.168\.1\.2/, '::']))).toEqual(['address-unspecified']);
});

test('hostname-candidate: a name in either, a .local name in an answer', () => {
  expect(lintSdp({ offer, answer: changed([/192\.168\.1\.2/, 'sfu.example.org']) })).toMatchObject([
    { rule: 'hostname-candidate', severity: 'warning' },
  ]);
  expect(lintSdp({ offer, answer: changed([/192\.168\.1\.2/, 'a1b2.local']) })).toMatchObject([
    { rule: 'hostname-candidate', severity: 'info' },
  ]);
});

test('hostname-with-relay: an error where there is nothing else', () => {
  const named = changed([/192\.168\.1\.2/, 'sfu.example.org']);
  expect(rulesOf(named, 'relay')).toEqual(['hostname-with-relay', 'hostname-candidate']);
  expect(rulesOf(answer, 'relay')).toEqual([]);
});

test('tcp-only: passive is a risk, active only is hopeless', () => {
  const tcp = (type: string) =>
    changed([candidate, `a=candidate:1 1 tcp 5 203.0.113.1 9000 typ host tcptype ${type}`]);
  expect(lintSdp({ offer, answer: tcp('passive') })).toMatchObject([
    { rule: 'tcp-only', line: 8, severity: 'warning' },
  ]);
  expect(lintSdp({ offer, answer: tcp('active') })).toMatchObject([{ rule: 'tcp-only', severity: 'error' }]);
});

test('mdns-only: good to know of an offer', () => {
  const hidden = sdpText(offerLines, [/192\.168\.1\.2/, '1f3e.local']);
  expect(lintSdp({ offer: hidden })).toMatchObject([{ rule: 'mdns-only', side: 'offer', severity: 'info' }]);
});

test('malformed-candidate: unreadable, or out of the grammar', () => {
  expect(lintSdp({ offer, answer: changed([candidate, '$&\r\na=candidate:nonsense']) })).toMatchObject([
    { rule: 'malformed-candidate', line: 9, severity: 'error' },
  ]);
  const odd = (line: string) => rulesOf(changed([candidate, `$&\r\na=candidate:${line}`]));
  expect(odd('2 0 udp 5 203.0.113.1 9000 typ host')).toEqual(['malformed-candidate']);
  expect(odd('a-b 1 udp 5 203.0.113.1 9000 typ host')).toEqual(['malformed-candidate']);
  expect(odd('2 1 sctp 5 203.0.113.1 9000 typ host')).toEqual(['malformed-candidate']);
  expect(odd('2 1 udp 5 203.0.113.1 9000 typ alien')).toEqual(['malformed-candidate']);
  expect(odd('2 1 udp 5 203.0.113.1 99999 typ host')).toEqual(['malformed-candidate']);
});

test('every finding says where, why and what to do', () => {
  const broken = changed([/^a=(?:mid|setup|rtcp-mux|candidate).*/, undefined]);
  for (const finding of lintSdp({ offer, answer: broken })) {
    expect(finding).toMatchObject({ side: 'answer' });
    expect(`${finding.title}${finding.cause}${finding.fix}`).not.toMatch(/undefined|NaN|\[object/);
    for (const text of [finding.title, finding.cause, finding.fix, finding.source]) expect(text).not.toBe('');
  }
});
