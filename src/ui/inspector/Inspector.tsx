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
  const tabs = useMemo(() => availableTabs(log, inspected), [log, inspected]);
  return (
    <section class={css.panel} id="inspector" data-panel="inspector" aria-labelledby="inspector-title">
      <h2 id="inspector-title" class={css.heading}>
        Inspector
      </h2>
      <Tabs<InspectorTab> label="Inspector" tabs={tabs} chosen={tab} onChoose={view.showTab}>
        <TabBody
          tab={tab}
          session={session}
          inspected={inspected}
          time={view.time.value}
          onSelect={(id) => view.select({ kind: 'entry', id })}
        />
      </Tabs>
    </section>
  );
}

interface TabBodyProps {
  readonly tab: InspectorTab;
  readonly session: SessionModel;
  readonly inspected: ReturnType<typeof inspect>;
  readonly time: 'relative' | 'utc';
  readonly onSelect: (id: string) => void;
}

function TabBody({ tab, session, inspected, time, onSelect }: TabBodyProps) {
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
          time={time}
          startedAt={startedAt}
          onSelect={onSelect}
        />
      );
    case 'request':
      return inspected.request === undefined ? (
        <Placeholder>No request belongs to this. Select the step Token, ICE config or Call.</Placeholder>
      ) : (
        <RequestTab request={inspected.request} />
      );
    case 'response':
      return <ResponseTab inspected={inspected} />;
    case 'sdp':
      return <SdpTab log={log} />;
    case 'ice':
      return <IceTab log={log} />;
    case 'channel':
      return <ChannelTab log={log} time={time} startedAt={startedAt} />;
  }
}
