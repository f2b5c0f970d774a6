import { useMemo } from 'preact/hooks';
import type { InspectorTab, SessionModel, ViewModel } from '../../state/contracts.ts';
import { lazyModule, lazyPart } from '../kit/lazyPart.tsx';
import { Placeholder } from '../kit/Placeholder.tsx';
import { Tabs } from '../kit/Tabs.tsx';
import { availableTabs } from './availableTabs.ts';
import css from './Inspector.module.css';
import { inspect, selectionOrDefault } from './inspected.ts';
import { Overview } from './Overview.tsx';
import { RequestTab } from './RequestTab.tsx';
import { ResponseTab } from './ResponseTab.tsx';

const NextRequest = lazyPart(
  'The next request',
  lazyModule(() => import('./request/NextRequest.tsx')),
  (part) => part.NextRequest,
);
const SdpTab = lazyPart(
  'The SDP view',
  lazyModule(() => import('./SdpTab.tsx')),
  (part) => part.SdpTab,
);
const IceTab = lazyPart(
  'The ICE view',
  lazyModule(() => import('./IceTab.tsx')),
  (part) => part.IceTab,
);
const StatsTab = lazyPart(
  'The statistics',
  lazyModule(() => import('./StatsTab.tsx')),
  (part) => part.StatsTab,
);
const MediaTab = lazyPart(
  'Microphone and camera',
  lazyModule(() => import('./MediaTab.tsx')),
  (part) => part.MediaTab,
);
const ChannelTab = lazyPart(
  'The channel view',
  lazyModule(() => import('./ChannelTab.tsx')),
  (part) => part.ChannelTab,
);

/** The wire: what was sent, what came back, and what else is known of the selected step or entry. */
export function Inspector({ session, view }: { readonly session: SessionModel; readonly view: ViewModel }) {
  const log = session.log.value;
  const summary = session.summary.value;
  const selection = view.selection.value;
  const inspected = useMemo(
    () => inspect(log, summary, selectionOrDefault(selection, summary)),
    [log, summary, selection],
  );
  const tab = view.tab.value;
  const sampled = session.series.value !== undefined;
  const live = session.live.value !== undefined;
  const next = session.pendingRequest.value?.text.step === inspected.step;
  const tabs = useMemo(
    () => availableTabs(log, inspected, { request: next, stats: sampled, media: live }),
    [log, inspected, next, sampled, live],
  );
  return (
    <section class={css.panel} id="inspector" data-panel="inspector" aria-labelledby="inspector-title">
      <h2 id="inspector-title" class={css.heading}>
        Inspector
      </h2>
      <Tabs<InspectorTab> label="Inspector" tabs={tabs} chosen={tab} onChoose={view.showTab}>
        <TabBody
          tab={tab}
          session={session}
          view={view}
          inspected={inspected}
          onSelect={(id) => view.select({ kind: 'entry', id })}
        />
      </Tabs>
    </section>
  );
}

interface TabBodyProps {
  readonly tab: InspectorTab;
  readonly session: SessionModel;
  readonly view: ViewModel;
  readonly inspected: ReturnType<typeof inspect>;
  readonly onSelect: (id: string) => void;
}

function TabBody({ tab, session, view, inspected, onSelect }: TabBodyProps) {
  const log = session.log.value;
  const startedAt = session.startedAt.value;
  switch (tab) {
    case 'overview':
      return (
        <Overview
          log={log}
          inspected={inspected}
          summary={session.summary.value}
          clock={session.clock}
          time={view.time.value}
          startedAt={startedAt}
          onSelect={onSelect}
        />
      );
    case 'request': {
      const pending = session.pendingRequest.value;
      if (pending !== undefined && pending.text.step === inspected.step) {
        return (
          <NextRequest pending={pending} onEdit={session.editRequest} onSend={() => void session.step()} />
        );
      }
      return inspected.request === undefined ? (
        <Placeholder>No request belongs to this. Select the step Token, ICE config or Call.</Placeholder>
      ) : (
        <RequestTab request={inspected.request} />
      );
    }
    case 'response':
      return <ResponseTab inspected={inspected} />;
    case 'sdp':
      return <SdpTab log={log} />;
    case 'ice':
      return <IceTab session={session} log={log} onSelect={onSelect} />;
    case 'stats':
      return <StatsTab session={session} view={view} />;
    case 'channel':
      return <ChannelTab session={session} view={view} onSelect={onSelect} />;
    case 'media':
      return <MediaTab session={session} onSelect={onSelect} />;
  }
}
