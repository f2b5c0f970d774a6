declare global {
  interface Window {
    /** the calls of a healthy session as any page would make them; not part of the app */
    bareSession: (apiKey: string) => Promise<{ took: number; peer: RTCPeerConnection }>;
  }
}

/** Runs in the page before the app. `took` is ms until `session.created`. */
export function installBareSession(): void {
  const service = 'https://api.orga-ai.test/v1/realtime';
  const json = { 'content-type': 'application/json' };

  async function bareSession(apiKey: string): Promise<{ took: number; peer: RTCPeerConnection }> {
    const begun = performance.now();
    const minted = await fetch(`${service}/client-secrets?email=dev%40example.com`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${apiKey}` },
    });
    const { ephemeral_token: token } = (await minted.json()) as { ephemeral_token: string };
    const authorization = `Bearer ${token}`;
    const config = await fetch(`${service}/ice-config`, { headers: { authorization } });
    await config.json();
    const peer = new RTCPeerConnection({ iceServers: [] });
    peer.addTransceiver('audio', { direction: 'sendrecv' });
    peer.addTransceiver('video', { direction: 'sendonly' });
    const channel = peer.createDataChannel('orga-realtime-client-events');
    const created = new Promise((resolve) => {
      channel.addEventListener('message', resolve, { once: true });
    });
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise<void>((resolve) => {
      const check = () => peer.iceGatheringState === 'complete' && resolve();
      peer.addEventListener('icegatheringstatechange', check);
      check();
    });
    const called = await fetch(`${service}/calls`, {
      method: 'POST',
      headers: { ...json, authorization },
      body: JSON.stringify({ offer: { ...peer.localDescription?.toJSON(), candidates: [] }, params: {} }),
    });
    const { answer } = (await called.json()) as { answer: RTCSessionDescriptionInit };
    await peer.setRemoteDescription(answer);
    await created;
    return { took: performance.now() - begun, peer };
  }
  Object.assign(window, { bareSession });
}
