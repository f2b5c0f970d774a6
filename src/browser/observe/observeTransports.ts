import type { Unlogged } from '../../core/session/log.ts';

/**
 * Reports the states of the DTLS and SCTP transports. They exist only once an answer is applied, so the function
 * returned looks for new ones and is called whenever there may be some.
 */
export function observeTransports(
  connection: RTCPeerConnection,
  report: (entry: Unlogged) => string,
  signal: AbortSignal,
): () => void {
  const seen = new WeakSet<EventTarget>();
  const watch = (transport: RTCDtlsTransport | RTCSctpTransport, machine: 'dtls' | 'sctp') => {
    if (seen.has(transport)) return;
    seen.add(transport);
    const state = () => report({ kind: 'state', machine, to: transport.state });
    if (transport.state !== 'new') state();
    transport.addEventListener('statechange', state, { signal });
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
