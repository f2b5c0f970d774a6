import { chromiumOffer } from '../../core/webrtc/testing/chromiumSdp.ts';

/** A peer connection for Node: its offer is Chromium's, and once it has an answer it is connected and greeted. */
export class PretendedPeer extends EventTarget {
  iceGatheringState = 'complete';
  iceConnectionState = 'new';
  connectionState = 'new';
  signalingState = 'stable';
  localDescription: { type: string; sdp: string } | null = null;
  currentRemoteDescription: unknown = null;
  sctp = null;
  readonly channel = Object.assign(new EventTarget(), {
    readyState: 'connecting',
    label: 'orga-realtime-client-events',
    binaryType: 'arraybuffer',
    close: () => undefined,
    send: () => undefined,
  });

  addTransceiver() {
    return {
      sender: { replaceTrack: async () => undefined, track: null, transport: null },
      receiver: { track: Object.assign(new EventTarget(), { stop: () => undefined, kind: 'audio' }) },
    };
  }
  getTransceivers() {
    return [];
  }
  getSenders() {
    return [];
  }
  getReceivers() {
    return [];
  }
  createDataChannel() {
    return this.channel;
  }
  async createOffer() {
    return { type: 'offer', sdp: chromiumOffer };
  }
  async setLocalDescription(description: { type: string; sdp: string }) {
    this.localDescription = description;
  }
  async setRemoteDescription(description: unknown) {
    this.currentRemoteDescription = description;
    this.iceConnectionState = 'connected';
    this.connectionState = 'connected';
    this.channel.readyState = 'open';
    setTimeout(() => {
      this.dispatchEvent(new Event('connectionstatechange'));
      this.channel.dispatchEvent(new Event('open'));
      const data = JSON.stringify({ type: 'session.created', session: {} });
      this.channel.dispatchEvent(Object.assign(new Event('message'), { data }));
    }, 1);
  }
  async getStats() {
    return new Map();
  }
  close() {
    this.connectionState = 'closed';
  }
}
