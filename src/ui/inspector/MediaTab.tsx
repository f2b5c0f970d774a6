import type { SessionModel } from '../../state/contracts.ts';
import css from './Inspector.module.css';
import { DeviceSwitch } from './media/DeviceSwitch.tsx';
import { ListenSwitch } from './media/ListenSwitch.tsx';
import { lastMedia } from './media/lastMedia.ts';
import mediaCss from './media/Media.module.css';

interface MediaTabProps {
  readonly session: SessionModel;
  readonly onSelect: (id: string) => void;
}

/** The visitor's own devices, and the far end's sound. All of it is off until somebody switches it on. */
export function MediaTab({ session, onSelect }: MediaTabProps) {
  const log = session.log.value;
  const live = session.live.value;
  return (
    <div class={css.stack}>
      <p class={css.note}>
        {live === undefined
          ? 'No session is running: devices can be switched on from the step SDP offer until it ends.'
          : 'A run sends silence and no picture until a device is switched on here.'}
      </p>
      <ul class={mediaCss.devices} aria-label="Devices">
        <DeviceSwitch
          device="microphone"
          controls={live?.microphone}
          last={lastMedia(log, 'microphone')}
          onSelect={onSelect}
        />
        <DeviceSwitch
          device="camera"
          controls={live?.camera}
          last={lastMedia(log, 'camera')}
          onSelect={onSelect}
        />
        <ListenSwitch controls={live?.playback} last={lastMedia(log, 'playback')} onSelect={onSelect} />
      </ul>
    </div>
  );
}
