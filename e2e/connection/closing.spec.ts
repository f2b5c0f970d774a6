import { expect, test } from '../fixtures.ts';

/** Runs in the page before the app: closes the peer that is offered to, as soon as it is as far as this. */
function closeFarEndAt(when: string): void {
  const Real = RTCPeerConnection;
  class Closing extends Real {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('signalingstatechange', () => {
        const { signalingState, localDescription } = this;
        const offered = signalingState === 'have-remote-offer';
        const answered = signalingState === 'stable' && localDescription?.type === 'answer';
        if ((offered && when === 'offered') || (answered && when === 'answered')) this.close();
      });
      const isFarEnd = () => this.localDescription?.type === 'answer';
      this.addEventListener('iceconnectionstatechange', () => {
        if (isFarEnd() && this.iceConnectionState === when) this.close();
      });
      this.addEventListener('connectionstatechange', () => {
        if (isFarEnd() && `all ${this.connectionState}` === when) this.close();
      });
    }
  }
  window.RTCPeerConnection = Closing;
}

for (const [when, step, codes] of [
  ['offered', 'call', /^(?:invalid_request_error|timeout_error)$/],
  ['answered', undefined, /./],
  ['checking', 'connection', /^(?:ice|dc|connection|dtls)\./],
  ['connected', 'connection', /^(?:ice|dc|connection|dtls)\./],
  ['all connected', 'connection', /^(?:dc|connection)\./],
] as const) {
  test(`a far end that closes once it is ${when} ends in a clear verdict`, async ({ app, page, watched }) => {
    await page.addInitScript(closeFarEndAt, when);
    await app.open('?scenario=healthy');
    const report = await page.evaluate(() =>
      window.sessionDebugger.run({ scenario: 'healthy', limits: { call: 3000, connection: 3000 } }).then(
        // It may come up for a moment.
        () => window.sessionDebugger.waitFor({ outcome: 'failed', timeout: 40_000 }),
      ),
    );
    if (step !== undefined) expect(report.failedStep).toBe(step);
    expect(report.diagnosis?.code).toMatch(codes);
    expect(report.diagnosis?.evidence.length).toBeGreaterThan(0);
    expect(watched.pageErrors).toEqual([]);
  });
}
