import { defaultLimits, defaultSettings } from '../../session/settings.ts';
import { candidatesInSdp } from '../../webrtc/sdpCandidates.ts';
import type { Reading } from '../recording.ts';
import { createForeignLog } from './foreignLog.ts';

/** A session description by itself, also where its line ends are written as `\r\n`. */
export function looksLikeSdp(text: string): boolean {
  return /^\uFEFF?\s*["']?v=0(?:[\r\n]|\\r|\\n)(?:[^]{0,2000}?(?:[\r\n]|\\n))?o=/m.test(text.slice(0, 4_000));
}

/** The description as it was before it became a text of a program: `"v=0\r\n…"` with its line ends, without quotes. */
export function plainSdp(text: string): string {
  const [, escaped] = /^\s*["']?(v=0\\[rn][^]*?)["']?\s*$/.exec(text) ?? [];
  return escaped === undefined ? text : `${escaped.replace(/(?:\\r)?\\n/g, '\r\n').trimEnd()}\r\n`;
}

/** A log with nothing but this description: it can be looked at and checked. `side`: else guessed from its setup lines. */
export function readSdp(text: string, id: string, said?: 'offer' | 'answer'): Reading {
  const sdp = plainSdp(text.replace(/^\uFEFF/, '').slice(0, 1024 * 1024));
  const type = said ?? (/a=setup:actpass/.test(sdp) || !/a=setup:/.test(sdp) ? 'offer' : 'answer');
  const side = type === 'offer' ? 'local' : 'remote';
  const out = createForeignLog(0);
  const step = type === 'offer' ? 'offer' : 'connection';
  out.add(0, {
    kind: 'run-started',
    run: 1,
    wallClock: 0,
    target: 'watched',
    route: 'rest',
    from: 'offer',
    settings: { ...defaultSettings, email: '' },
    limits: defaultLimits('rest'),
    userAgent: '',
    pageUrl: '',
  });
  for (const each of ['token', 'ice-config'] as const)
    out.add(0, { kind: 'step', step: each, state: 'skipped' });
  out.add(0, { kind: 'description', step, side, type, sdp });
  for (const candidate of candidatesInSdp(sdp).slice(0, 1_000))
    out.add(0, { kind: 'candidate', step, side, ...candidate });
  out.add(0, { kind: 'run', state: 'stopped', by: 'user' });
  return {
    ok: true,
    recording: {
      format: 'webrtc-session-recording',
      version: 1,
      product: 'SDP',
      source: 'sdp',
      id,
      startedAt: 0,
      userAgent: '',
      log: out.entries,
    },
    notes: [
      `This is a session description alone, taken for ${type === 'offer' ? 'the offer' : 'the answer'}: it has no time, no states and no outcome.`,
    ],
  };
}
