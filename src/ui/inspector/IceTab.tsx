import type { LogEntry } from '../../core/session/log.ts';
import { lintIceServers } from '../../core/webrtc/lintIceServers.ts';
import { tokenizeSdp } from '../../core/webrtc/sdp.ts';
import type { SessionModel } from '../../state/contracts.ts';
import { Placeholder } from '../kit/Placeholder.tsx';
import css from './Inspector.module.css';
import { CandidateTable, candidatesOf } from './ice/CandidateTable.tsx';
import { PairGrid } from './ice/PairGrid.tsx';
import { ServerTable } from './ice/ServerTable.tsx';
import { ServerTest } from './ice/ServerTest.tsx';
import { ofKind } from './inspected.ts';
import { Findings } from './sdp/Findings.tsx';
import { useConnectionLog } from './useConnectionLog.ts';
import { useConnectionStory } from './useConnectionStory.ts';

interface IceTabProps {
  readonly session: SessionModel;
  readonly log: readonly LogEntry[];
  readonly onSelect: (id: string) => void;
}

/** Servers and what became of them, the addresses of both sides, and the paths between. */
export function IceTab({ session, log, onSelect }: IceTabProps) {
  const entries = useConnectionLog(log);
  const story = useConnectionStory(log);
  const known = story?.iceServers !== undefined;
  if (story === undefined || (!known && story.localCandidates.length === 0)) {
    return (
      <Placeholder>
        No ICE yet: the servers come in the step ICE config, the candidates in SDP offer.
      </Placeholder>
    );
  }
  const statistics = ofKind(entries, 'statistics');
  const lastPairs = statistics.findLast(({ pairs }) => pairs.length > 0);
  const described = tokenizeSdp(story.answer?.sdp ?? '').lines.flatMap(({ value }) =>
    value.startsWith('candidate:') ? [value] : [],
  );
  const findings = lintIceServers(story.iceServers?.servers ?? [], { iceTransportPolicy: story.policy });
  return (
    <div class={css.stack}>
      <PairGrid
        log={entries}
        statistics={lastPairs}
        dropped={lastPairs !== undefined && lastPairs !== statistics.at(-1)}
        onSelect={onSelect}
      />
      <div class={css.block}>
        <ServerTable story={story} onSelect={onSelect} />
        <Findings findings={findings} label="What the list of servers says about itself" />
        {session.shown.value === undefined && <ServerTest session={session} known={known} />}
      </div>
      <div class={css.pair}>
        <CandidateTable side="local" candidates={story.localCandidates} described={[]} />
        <CandidateTable side="remote" candidates={candidatesOf(entries, 'remote')} described={described} />
      </div>
    </div>
  );
}
