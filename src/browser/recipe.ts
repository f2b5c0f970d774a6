/** What a run needs, in one module so that an app can load it after its first paint. */
export { createRedactor } from '../core/redaction.ts';
export { createSeries } from '../core/session/series.ts';
export { isReservedHost } from '../core/webrtc/iceServers.ts';
export { testIceServers } from './iceServerTest.ts';
export { probe } from './liveProbe.ts';
export { createRelayClient, type RelayClient } from './liveRelay.ts';
export { withoutUrls } from './peer.ts';
export { runSession } from './runSession.ts';
export { createTokenMemory } from './tokenMemory.ts';
