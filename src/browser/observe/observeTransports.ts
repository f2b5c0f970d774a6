import type { Unlogged } from '../../core/session/log.ts';

/**
 * Reports the states of the DTLS and SCTP transports. They exist only once an answer is applied, and Chromium can
 * change their state before anybody could listen, so the function returned looks again whenever it is called.
 */
export function observeTransports(
  connection: RTCPeerConnection,
  report: (entry: Unlogged) => string,
  signal: AbortSignal,
): () => void {
  const last = new WeakMap<RTCDtlsTransport | RTCSctpTransport, string>();
  const watch = (transport: RTCDtlsTransport | RTCSctpTransport, machine: 'dtls' | 'sctp') => {
    const look = () => {
      if (transport.state === last.get(transport)) return;
      last.set(transport, transport.state);
      if (transport.state !== 'new') report({ kind: 'state', machine, to: transport.state });
    };
    if (!last.has(transport)) transport.addEventListener('statechange', look, { signal });
    look();
  };
  return () => {
    // Before the answer each media section has a transport of its own, most of which the bundle then discards.
    if (connection.signalingState !== 'stable') return;
    const { sctp } = connection;
    if (sctp !== null) watch(sctp, 'sctp');
    const senders = connection.getTransceivers().map(({ sender }) => sender.transport);
    for (const transport of [sctp?.transport, ...senders]) {
      if (transport) watch(transport, 'dtls');
    }
  };
}
