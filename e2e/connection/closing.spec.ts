import { expect, test } from '../fixtures.ts';

/** Runs in the page before the app: closes the peer that is offered to, as soon as it is as far as this. */
function closeFarEndAt(when: string): void {
  const { setRemoteDescription, setLocalDescription } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.setRemoteDescription = async function (description) {
    await Reflect.apply(setRemoteDescription, this, [description]);
    if (description.type !== 'offer') return;
    if (when === 'offered') this.close();
    this.addEventListener('iceconnectionstatechange', () => {
      if (this.iceConnectionState === when) this.close();
    });
    this.addEventListener('connectionstatechange', () => {
      if (when === 'connection' && this.connectionState === 'connected') this.close();
    });
  };
  RTCPeerConnection.prototype.setLocalDescription = async function (description?) {
    await Reflect.apply(setLocalDescription, this, description === undefined ? [] : [description]);
    if (when === 'answered' && this.localDescription?.type === 'answer') setTimeout(() => this.close(), 0);
  };
}

for (const [when, step, codes] of [
  ['offered', 'call', /invalid_request_error/],
  ['answered', undefined, /./],
  ['checking', 'connection', /^(?:ice|dc|connection|dtls)\./],
  ['connected', 'connection', /^(?:ice|dc|connection|dtls)\./],
  ['connection', 'connection', /^(?:dc|connection)\./],
] as const) {
  test(`a far end that closes once it is ${when} ends in a clear verdict`, async ({ app, page, watched }) => {
    await page.addInitScript(closeFarEndAt, when);
    await app.open('?scenario=healthy');
    const report = await page.evaluate(() =>
      window.sessionDebugger.run({ scenario: 'healthy', limits: { connection: 3000 } }).then(
        // It may come up for a moment.
        () => window.sessionDebugger.waitFor({ outcome: 'failed', timeout: 20_000 }),
      ),
    );
    if (step !== undefined) expect(report.failedStep).toBe(step);
    expect(report.diagnosis?.code).toMatch(codes);
    expect(report.diagnosis?.evidence.length).toBeGreaterThan(0);
    expect(watched.pageErrors).toEqual([]);
  });
}
