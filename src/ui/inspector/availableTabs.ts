import { landmarks } from '../../core/session/landmarks.ts';
import type { LogEntry, LogKind } from '../../core/session/log.ts';
import type { InspectorTab } from '../../state/contracts.ts';
import type { Tab } from '../kit/Tabs.tsx';
import type { Inspected } from './inspected.ts';

const iceKinds: readonly LogKind[] = ['ice-servers', 'candidate', 'candidate-error', 'statistics'];

/** All tabs, those without content marked. */
export function availableTabs(
  log: readonly LogEntry[],
  inspected: Inspected,
  has: { readonly request: boolean; readonly stats: boolean; readonly media: boolean },
): readonly Tab<InspectorTab>[] {
  const logged = (kinds: readonly LogKind[]) => landmarks(log).some((entry) => kinds.includes(entry.kind));
  return [
    { id: 'overview', label: 'Overview' },
    { id: 'request', label: 'Request', empty: inspected.request === undefined && !has.request },
    { id: 'response', label: 'Response', empty: inspected.response === undefined },
    { id: 'sdp', label: 'SDP', empty: !logged(['description']) },
    { id: 'ice', label: 'ICE', empty: !logged(iceKinds) },
    { id: 'stats', label: 'Stats', empty: !has.stats },
    { id: 'channel', label: 'Channel', empty: !logged(['channel']) },
    { id: 'media', label: 'Media', empty: !has.media && !logged(['media']) },
  ];
}
