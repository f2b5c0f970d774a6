import { expect, test } from 'vitest';
import {
  candidate,
  chromium,
  description,
  failedLog,
  goodAnswer,
  goodOffer,
  iceFailedInChromium,
  state,
  statistics,
} from '../../diagnosis/testing/literalConnection.ts';
import { verdict } from '../../diagnosis/testing/literalLog.ts';
import { openText } from '../read/openText.ts';
import type { ExportFormat } from './exportFormat.ts';
import { exportRecording } from './exportRecording.ts';
import { recordingOf, refusedCall } from './testing/literalRecording.ts';

function reopened(format: ExportFormat, recording = refusedCall()) {
  const reading = openText(exportRecording(recording, format), { id: 'r-2' });
  if (!reading.ok) throw new Error(reading.problem);
  return reading.recording;
}

const unanswered = recordingOf(
  failedLog(
    chromium,
    [
      description('local', goodOffer),
      candidate('host'),
      description('remote', goodAnswer),
      state('ice', 'checking', 1_000),
      statistics('sample', { sent: 9, at: 10_000 }),
      state('ice', 'failed', 16_000),
      state('connection', 'failed'),
    ],
    iceFailedInChromium,
  ),
);

test.each(['recording', 'ndjson', 'html'] as const)('%s opens again with the same log', (format) => {
  expect(reopened(format).log).toEqual(refusedCall().log);
});

test('a HAR opens again with the same verdict', () => {
  expect(verdict(reopened('har').log)?.is).toBe(verdict(refusedCall().log)?.is);
});

test('a webrtc-internals dump opens again with the same verdict', () => {
  expect(verdict(reopened('webrtc-internals', unanswered).log)?.is).toBe(verdict(unanswered.log)?.is);
});
