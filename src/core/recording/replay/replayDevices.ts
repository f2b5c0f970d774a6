import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { RequestFaults } from '../../session/alteration.ts';
import type { LogEntry } from '../../session/log.ts';
import type { ReplayScenario } from './replayScenario.ts';

type Microphone = NonNullable<NonNullable<ReplayScenario['devices']>['microphone']>;

const byVerdict: Readonly<Record<string, Microphone>> = {
  'media.denied.user': 'denied',
  'media.denied.policy': 'denied',
  'media.denied.os': 'denied-os',
  'media.notfound': 'none',
  'media.busy': 'busy',
  'media.overconstrained': 'overconstrained',
  'media.ended': 'unplugged',
  'media.silent': 'silent',
};

export interface DevicesPart {
  readonly devices?: ReplayScenario['devices'];
  readonly media?: RequestFaults['media'];
  readonly foresight: readonly string[];
}

/** The visitor's devices as they behaved, where the run used them. */
export function replayDevices(log: readonly LogEntry[], verdict: Diagnosis | undefined): DevicesPart {
  const used = new Set(log.flatMap((entry) => (entry.kind === 'media' ? [entry.device] : [])));
  const stub = verdict && (byVerdict[`${verdict.code}.${verdict.variant}`] ?? byVerdict[verdict.code]);
  const blocked = verdict?.code === 'play.blocked';
  const nothing = verdict?.code === 'media.none';
  const microphone = stub !== undefined || used.has('microphone');
  const playback = blocked || used.has('playback');
  if (!microphone && !playback) return { foresight: camera(used) };
  const devices = {
    ...(stub !== undefined && { microphone: stub }),
    ...(blocked && { playback: 'blocked' as const }),
  };
  return {
    ...(Object.keys(devices).length > 0 && { devices }),
    media: {
      ...(microphone && { microphone: true as const }),
      ...(nothing && { nothing: true as const }),
      ...(playback && { playback: true as const }),
    },
    foresight: [
      ...camera(used),
      ...(microphone && stub === undefined && !nothing
        ? ['The recorded run used a microphone: this one asks for yours.']
        : []),
      ...(verdict?.variant === 'policy'
        ? ['Here the page stands in no frame: the device is refused as by the user.']
        : []),
    ],
  };
}

function camera(used: ReadonlySet<string>): readonly string[] {
  return used.has('camera') ? ['The recorded run used a camera, which Replay leaves out.'] : [];
}
