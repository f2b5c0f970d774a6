import type { MediaStreamTrack, RTCPeerConnection, RtpHeader, RtpPacket } from 'werift';

/** What is used of the library, which is loaded with the first call only. */
interface Werift {
  readonly MediaStreamTrack: typeof MediaStreamTrack;
  readonly RtpHeader: typeof RtpHeader;
  readonly RtpPacket: typeof RtpPacket;
}

/** One Opus frame of 20 ms in which nothing is heard (RFC 6716, section 3.1: CELT, full band, one frame). */
const opusSilence = Buffer.from([0xf8, 0xff, 0xfe]);
const frame = 960;

/** Sends audio without a sound, so that packets arrive as from the service. Gives what ends it. */
export function playSilence(connection: RTCPeerConnection, werift: Werift): () => void {
  const [audio] = connection.getTransceivers().filter(({ kind }) => kind === 'audio');
  if (audio === undefined) return () => undefined;
  const track = new werift.MediaStreamTrack({ kind: 'audio' });
  connection.addTrack(track);
  let sent = 0;
  const timer = setInterval(() => {
    if (connection.connectionState !== 'connected') return;
    const header = new werift.RtpHeader({
      payloadType: 111,
      sequenceNumber: sent % 0x1_00_00,
      timestamp: (sent * frame) % 0x1_00_00_00_00,
    });
    track.writeRtp(new werift.RtpPacket(header, opusSilence));
    sent += 1;
  }, 20);
  return () => {
    clearInterval(timer);
    track.stop();
  };
}
