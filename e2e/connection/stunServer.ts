import { createSocket } from 'node:dgram';

export interface StunServer {
  readonly url: string;
  stop(): void;
}

const magicCookie = 0x2112a442;
/** What every caller is told to be its address: one that is not its own, so that the browser makes a candidate of it. */
const mapped = { address: [203, 0, 113, 7], port: 50_000 } as const;

/** A STUN server on the loopback interface that answers binding requests and nothing else (RFC 8489, sections 5 and 14.2). */
export async function startStunServer(): Promise<StunServer> {
  const socket = createSocket('udp4');
  socket.on('message', (request, from) => {
    if (request.length < 20 || request.readUInt16BE(0) !== 1) return;
    const response = Buffer.alloc(32);
    response.writeUInt16BE(0x0101, 0);
    response.writeUInt16BE(12, 2);
    request.copy(response, 4, 4, 20);
    response.writeUInt16BE(0x0020, 20);
    response.writeUInt16BE(8, 22);
    response.writeUInt8(1, 25);
    response.writeUInt16BE(mapped.port ^ (magicCookie >>> 16), 26);
    response.writeUInt32BE((Buffer.from(mapped.address).readUInt32BE() ^ magicCookie) >>> 0, 28);
    socket.send(response, from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { url: `stun:127.0.0.1:${socket.address().port}`, stop: () => void socket.close() };
}
