import { defaultLimits, defaultSettings } from '../../session/settings.ts';
import type { ForeignLog } from './foreignLog.ts';
import type { PeerConfiguration } from './peerConfiguration.ts';

interface PeerBegin {
  /** epoch ms */
  readonly startedAt: number;
  readonly configuration: PeerConfiguration;
  readonly userAgent: string;
  readonly pageUrl: string;
}

/** How the log of a peer connection of somebody else's begins: the steps before the offer a dump does not show. */
export function tellBegin(
  out: ForeignLog,
  { startedAt, configuration, userAgent, pageUrl }: PeerBegin,
): void {
  const said = configuration.servers.length > 0;
  out.add(startedAt, {
    kind: 'run-started',
    run: 1,
    wallClock: startedAt,
    target: 'watched',
    route: 'rest',
    from: 'offer',
    settings: {
      ...defaultSettings,
      fetchIceConfig: said,
      email: '',
      iceTransportPolicy: configuration.policy,
    },
    limits: defaultLimits('rest'),
    userAgent,
    pageUrl,
  });
  for (const step of ['token', 'ice-config'] as const)
    out.add(startedAt, { kind: 'step', step, state: 'skipped' });
  if (!said) return;
  out.add(startedAt, {
    kind: 'ice-servers',
    step: 'ice-config',
    from: 'carried',
    servers: configuration.servers,
    leftOut: [],
  });
}
