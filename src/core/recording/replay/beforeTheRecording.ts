import type { RequestFaults } from '../../session/alteration.ts';
import type { Endpoint, LogEntry, LogEntryOf } from '../../session/log.ts';
import type { Route } from '../../session/settings.ts';
import type { SessionStep } from '../../session/step.ts';
import type { RenameServers } from './replayReplies.ts';
import type { ReplayReply } from './replayScenario.ts';

type Replies = Partial<Record<Endpoint, readonly ReplayReply[]>>;

export interface Before {
  readonly replies: Replies;
  readonly again?: NonNullable<RequestFaults['again']>;
  readonly foresight: readonly string[];
}

/**
 * What an earlier run had obtained or done, so that a replay can begin at the beginning: the token and servers that
 * were carried over or pasted come as replies, and a token that had been used before is used before.
 */
export function beforeTheRecording(
  log: readonly LogEntry[],
  given: {
    readonly route: Route;
    readonly rename: RenameServers;
    readonly failedStep: SessionStep | undefined;
    readonly recorded: Replies;
  },
): Before {
  const { route, failedStep, recorded } = given;
  const held = log.find(
    (entry): entry is LogEntryOf<'token'> =>
      entry.kind === 'token' && (entry.from === 'carried' || entry.from === 'pasted'),
  );
  const attempts = log.some(({ kind }) => kind === 'attempt');
  const replies: Replies =
    held === undefined || attempts ? recorded : { ...obtained(held, log, given), ...recorded };
  const brought =
    replies === recorded
      ? []
      : ['The recorded run began with a token that it had already; Replay obtains one first.'];
  const spent = log.some(
    (entry) =>
      entry.kind === 'token-history' &&
      entry.uses.some(({ endpoint, status }) => endpoint === 'calls' && status === 200),
  );
  if (!spent || attempts || (failedStep !== 'ice-config' && failedStep !== 'call'))
    return { replies, foresight: brought };
  const usedOnce: Replies =
    failedStep === 'call'
      ? { calls: [own, ...(replies.calls ?? [])] }
      : { calls: [own], 'ice-config': [own, ...(replies['ice-config'] ?? [])] };
  return {
    replies: { ...replies, ...usedOnce },
    again: route === 'backend' ? 'token' : failedStep === 'call' ? 'offer' : 'ice-config',
    foresight: [...brought, 'The token had been used before the recording began; Replay uses it once first.'],
  };
}

const own: ReplayReply = { kind: 'own' };

function obtained(
  { token, expiresAtText }: LogEntryOf<'token'>,
  log: readonly LogEntry[],
  { route, rename }: { readonly route: Route; readonly rename: RenameServers },
): Replies {
  const carried = log.find((entry) => entry.kind === 'ice-servers' && entry.from === 'carried');
  const iceServers =
    carried?.kind === 'ice-servers'
      ? carried.servers.map(({ expiresAt: _, ...server }) => server)
      : undefined;
  const json = (body: unknown): readonly ReplayReply[] => [
    {
      kind: 'reply',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: rename(JSON.stringify(body)),
      delay: 20,
    },
  ];
  if (route === 'backend') return { session: json({ ephemeralToken: token, iceServers: iceServers ?? [] }) };
  return {
    'client-secrets': json({ ephemeral_token: token, token_type: 'bearer', expires_at: expiresAtText }),
    ...(iceServers !== undefined && { 'ice-config': json({ iceServers }) }),
  };
}
