import type { ErrorFacts } from '../core/session/failure.ts';
import type { Unlogged } from '../core/session/log.ts';
import { type CaptureDevice, createCaptureDevice } from './captureDevice.ts';
import { errorFacts } from './errorFacts.ts';
import { messageFacts } from './observe/observeChannel.ts';
import { createPlayback, type Playback } from './playback.ts';

/** What a person, or a panel, can do with a session while it lives. All of it is off until asked for. */
export interface LiveSession {
  /** Sends a message on the data channel as it is; undefined, or why it could not be sent. */
  send(text: string): ErrorFacts | undefined;
  readonly microphone: CaptureDevice;
  readonly camera: CaptureDevice;
  readonly playback: Playback;
  /** aborted when the session is over: devices are released, nothing can be sent */
  readonly signal: AbortSignal;
}

export interface LiveSessionParts {
  readonly channel: RTCDataChannel;
  readonly audio: RTCRtpTransceiver;
  readonly video: RTCRtpTransceiver;
  readonly report: (entry: Unlogged) => string;
  readonly redact: (text: string) => string;
  readonly signal: AbortSignal;
}

export function createLiveSession(parts: LiveSessionParts): LiveSession {
  const { channel, audio, video, report, redact, signal } = parts;
  return {
    send(text) {
      try {
        channel.send(text);
      } catch (error) {
        return errorFacts(error);
      }
      report({ kind: 'channel', event: 'sent', label: channel.label, ...messageFacts(text, redact) });
      return undefined;
    },
    microphone: createCaptureDevice({ device: 'microphone', sender: audio.sender, report, signal }),
    camera: createCaptureDevice({ device: 'camera', sender: video.sender, report, signal }),
    playback: createPlayback({ report, signal }),
    signal,
  };
}
