import type { ReplayReply, TokenStandIn } from '../src/core/recording/replay/replayScenario.ts';
import { fieldsOf } from './fieldsOf.ts';
import { appOrigin, loginPath } from './origins.ts';
import type { HttpReply, SimulatedReply } from './simulatedReply.ts';
import { issueToken, type TokenMint } from './simulatedToken.ts';

/** Plays recorded replies: as they were, with a working token in the place of each pseudonym. */
export type PlayRecorded = (
  recorded: ReplayReply,
  work: () => Promise<SimulatedReply>,
) => Promise<SimulatedReply>;

/** One per server and run: the same pseudonym is the same token for as long. */
export function createRecordedPlayer(mint: TokenMint, wait: (ms: number) => Promise<void>): PlayRecorded {
  const tokens = new Map<string, { readonly token: string; readonly expiresAtText: string }>();

  const withTokens = (text: string): string =>
    Object.entries(mint.world.standIns ?? {}).reduce((body, [name, standIn]) => {
      if (!body.includes(name)) return body;
      const issued = tokens.get(name) ?? issueStandIn(mint, standIn);
      tokens.set(name, issued);
      const { expiresAtText } = standIn;
      const named = body.replaceAll(new RegExp(`${escaped(name)}(?!\\d)`, 'g'), issued.token);
      return expiresAtText === undefined || expiresAtText === ''
        ? named
        : named.replaceAll(expiresAtText, issued.expiresAtText);
    }, text);

  return async (recorded, work) => {
    switch (recorded.kind) {
      case 'own':
        return work();
      case 'silence':
        return { kind: 'silence' };
      case 'refused':
        await wait(recorded.delay);
        return { kind: 'refused' };
      case 'stalled':
      case 'reply': {
        await wait(recorded.delay);
        const body = withTokens(recorded.body);
        const reply: HttpReply = {
          kind: 'reply',
          status: recorded.status,
          headers: readable(recorded.headers, mint.now()),
          body,
        };
        if (recorded.kind === 'stalled') return { ...reply, kind: 'stalled' };
        if (recorded.redirected) {
          return {
            ...reply,
            status: 302,
            headers: { ...reply.headers, location: appOrigin + loginPath },
            body: '',
          };
        }
        return recorded.answers && recorded.status < 300 ? answered(reply, await work()) : reply;
      }
    }
  };
}

/** A page of another origin could read all that the recording has. */
function readable(headers: Readonly<Record<string, string>>, now: number): Readonly<Record<string, string>> {
  const exposed = Object.keys(headers).join(', ');
  return {
    ...headers,
    // Tokens are judged by it: an old one would make a fresh token look like one of the future.
    ...(headers['date'] !== undefined && { date: new Date(now).toUTCString() }),
    'access-control-allow-origin': '*',
    ...(exposed !== '' && { 'access-control-expose-headers': exposed }),
  };
}

function issueStandIn(mint: TokenMint, { issuedBefore = 0, expiresAfter = 900 }: TokenStandIn) {
  return issueToken(mint, issuedBefore, issuedBefore + expiresAfter);
}

/** The recorded reply with the SDP of the far end that is alive; where nobody answered, that is told. */
function answered(reply: HttpReply, own: SimulatedReply): SimulatedReply {
  if (own.kind !== 'reply' || own.status !== 200) return own;
  const answer = fieldsOf(fieldsOf(JSON.parse(own.body)).get('answer'));
  const fields = readFields(reply.body);
  const recorded = fieldsOf(fields.get('answer'));
  fields.set('answer', Object.fromEntries(recorded.set('sdp', answer.get('sdp'))));
  return { ...reply, body: JSON.stringify(Object.fromEntries(fields)) };
}

function readFields(text: string): Map<string, unknown> {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return new Map();
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
