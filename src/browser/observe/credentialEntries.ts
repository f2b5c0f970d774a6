import type { Redactor } from '../../core/redaction.ts';
import type { LogEntryOf, Unlogged } from '../../core/session/log.ts';
import { type Decode, tokenDates } from '../../core/tokenDates.ts';
import { type RTCIceServerLike, urlsOf } from '../../core/webrtc/iceServers.ts';
import { turnExpiry } from '../../core/webrtc/turnExpiry.ts';

type Unstored<K extends 'token' | 'ice-servers'> = Extract<Unlogged, { kind: K }>;

/** What a token that was received says about itself; `now` is epoch ms. */
export function tokenEntry(
  from: LogEntryOf<'token'>['from'],
  { token, expiresAtText }: { readonly token: string; readonly expiresAtText?: string | undefined },
  { name }: Pick<Redactor, 'name'>,
  now: number,
  decode: Decode,
): Unstored<'token'> {
  const { kind, issuedAt, expiresAt } = tokenDates(token, decode);
  return {
    kind: 'token',
    step: 'token',
    token: name(kind === 'api-key' ? 'api-key' : 'token', token),
    from,
    ...(issuedAt === undefined ? {} : { issuedAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(expiresAtText === undefined ? {} : { expiresAtText }),
    wallClock: now,
  };
}

/** The ICE servers as they were handed out, credentials replaced. */
export function iceServersEntry(
  from: LogEntryOf<'ice-servers'>['from'],
  servers: readonly RTCIceServerLike[],
  { name }: Pick<Redactor, 'name'>,
  isLeftOut: (url: string) => boolean = () => false,
): Unstored<'ice-servers'> {
  return {
    kind: 'ice-servers',
    step: 'ice-config',
    from,
    servers: servers.map(({ username, credential, ...server }) => {
      const expiresAt = turnExpiry(username ?? '');
      return {
        urls: urlsOf(server),
        ...(username ? { username: name('turn-username', username) } : {}),
        ...(credential ? { credential: name('turn-credential', credential) } : {}),
        ...(expiresAt === undefined ? {} : { expiresAt }),
      };
    }),
    leftOut: servers.flatMap(urlsOf).filter(isLeftOut),
  };
}
