import type { ReplayReply, ReplayScenario } from '../../core/recording/replay/replayScenario.ts';
import type { Endpoint } from '../../core/session/log.ts';
import type { Replay } from '../../state/Replay.ts';
import css from './Replay.module.css';
import { ReplyForm } from './ReplyForm.tsx';

interface ReplayRepliesProps {
  readonly replay: Replay;
  readonly scenario: ReplayScenario;
}

const endpoints = ['session', 'client-secrets', 'ice-config', 'calls'] as const;

/** More requests than this to one endpoint are played, but not shown. */
const most = 20;

/** What each request will be answered with; one of them can be changed. */
export function ReplayReplies({ replay, scenario }: ReplayRepliesProps) {
  const rows = endpoints.flatMap((endpoint) =>
    (scenario.replies[endpoint] ?? []).slice(0, most).map((reply, index) => ({ endpoint, reply, index })),
  );
  if (rows.length === 0)
    return <p class={css.quiet}>No request was recorded: the simulation answers as it does.</p>;
  return (
    <ol class={css.replies} aria-label="Responses">
      {rows.map(({ endpoint, reply, index }) => (
        <ReplyForm
          key={`${endpoint} ${index}`}
          id={`reply-${endpoint}-${index}`}
          name={nameOf(endpoint, index, scenario.replies[endpoint]?.length ?? 1)}
          reply={reply}
          changed={replay.changed(endpoint, index)}
          onChange={(next: ReplayReply | undefined) => replay.change(endpoint, index, next)}
        />
      ))}
    </ol>
  );
}

const words: Readonly<Record<Endpoint, string>> = {
  session: 'Your session endpoint',
  'client-secrets': '/client-secrets',
  'ice-config': '/ice-config',
  calls: '/calls',
};

function nameOf(endpoint: Endpoint, index: number, count: number): string {
  return count === 1 ? words[endpoint] : `${words[endpoint]}, request ${index + 1}`;
}
