import type { LogEntry } from '../../../session/log.ts';
import { openText } from '../openText.ts';
import { began, entry, har, tokenOf } from './harFile.ts';

export const token = tokenOf({ iat: began / 1000 - 10, exp: began / 1000 + 600 });
export const apiKey = 'sk_orga_ai_0123456789abcdefghijklmnop';
export const orga = 'https://api.orga-ai.com/v1/realtime';
export const start = 'https://app.example/api/start';
export const page = { pages: [{ title: 'https://app.example/talk' }] };
export const readable = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };
export const candidate = 'candidate:1 1 udp 1 192.0.2.7 50009 typ host';
export const sdp = `v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=${candidate}\r\n`;

/** The reading of a HAR of these requests. */
export function opened(...entries: readonly unknown[]) {
  const reading = openText(har(entries, page), { id: 'r1' });
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
}

/** Without what says nothing here: ids and the first attempt. */
export const plain = (log: readonly LogEntry[]) =>
  log.map(({ id: _, attempt, ...rest }) => ({ ...rest, ...(attempt === 1 ? {} : { attempt }) }));
export const step = (at: number, name: string, state: string, rest = {}) => ({
  at,
  kind: 'step',
  step: name,
  state,
  ...rest,
});

/** The three requests of a session, as they go well. */
export const secrets = entry({
  url: `${orga}/client-secrets?email=a%40b.example`,
  method: 'POST',
  bearer: apiKey,
  replyHeaders: { ...readable, 'x-request-id': 'req-1', 'retry-after': '7' },
  reply: { ephemeral_token: token, expires_at: '2026-11-22T12:10:00' },
});

export const iceConfig = entry({
  url: `${orga}/ice-config`,
  at: 100,
  bearer: token,
  replyHeaders: readable,
  reply: {
    iceServers: [{ urls: 'turn:turn.example', username: '1795400000:a', credential: 'hunter2secret' }],
  },
});

export const call = (rest = {}) =>
  entry({
    url: `${orga}/calls`,
    method: 'POST',
    at: 300,
    bearer: token,
    body: { offer: { sdp, type: 'offer' } },
    replyHeaders: readable,
    reply: { conversation_id: 'c1', answer: { type: 'answer', sdp } },
    ...rest,
  });
