import type { IncomingMessage } from 'node:http';

/** The largest body that is read, bytes: an offer has some 10,000. */
export const largestBody = 1_000_000;

/** The body's text; `too-large` as soon as that is known; `gone` when the sender went away or gave up. */
export function readBody(
  request: IncomingMessage,
): Promise<{ readonly text: string } | 'too-large' | 'gone'> {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > largestBody) resolve('too-large');
      else chunks.push(chunk);
    });
    request.on('end', () => resolve({ text: Buffer.concat(chunks).toString() }));
    request.on('error', () => resolve('gone'));
    request.on('close', () => resolve('gone'));
  });
}
