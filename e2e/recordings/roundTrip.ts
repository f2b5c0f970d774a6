import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { diagnose } from '../../src/core/diagnosis/diagnose.ts';
import { openText } from '../../src/core/recording/read/openText.ts';
import type { Reading, Recording } from '../../src/core/recording/recording.ts';
import { readFragment, toFragment } from '../../src/core/recording/shareFragment.ts';
import { exportRecording } from '../../src/core/recording/write/exportRecording.ts';
import { summarise } from '../../src/core/session/summarise.ts';
import { expect } from '../fixtures.ts';

const deflate = async (text: string) => new Uint8Array(deflateRawSync(text));
const inflate = async (bytes: Uint8Array, limit: number) =>
  ({ ok: true, text: inflateRawSync(bytes, { maxOutputLength: limit }).toString() }) as const;

/** What the page exports opens again, as a file, a report, lines and a link, with the same summary, verdict and evidence. */
export async function expectRoundTrip(page: Page): Promise<void> {
  const { text, report } = await page.evaluate(async () => {
    // A session that is up goes on while it is exported: both must be of the same log.
    for (;;) {
      const before = window.sessionDebugger.report().log.length;
      const exported = await window.sessionDebugger.export('recording');
      const after = window.sessionDebugger.report();
      if (after.log.length === before) return { text: exported, report: after };
    }
  });
  const recording = opened(openText(text, { id: 'x' }));
  // A verdict on screen may be a second older than the log of a session that is up.
  const expected = seen(report);
  expect(seen(recording), 'in the recording').toEqual(expected);
  for (const format of ['html', 'ndjson'] as const) {
    const again = opened(openText(exportRecording(recording, format), { id: 'x' }));
    expect(seen(again), `in ${format}`).toEqual(expected);
  }
  const link = await toFragment(recording, deflate);
  if (!link.ok) throw new Error(link.reason);
  expect(seen(opened(await readFragment(link.fragment, inflate))), 'in the link').toEqual(expected);
}

function opened(reading: Reading): Recording {
  if (!reading.ok) throw new Error(reading.problem);
  expect(reading.notes).toEqual([]);
  return reading.recording;
}

function seen({ log }: Pick<Recording, 'log'>) {
  const { outcome, failedStep, attempts, steps } = summarise(log);
  const verdicts = diagnose(log).map(({ code, variant, certainty, evidence }) => ({
    code,
    variant,
    certainty,
    evidence: evidence.map(({ entry }) => entry),
  }));
  return {
    outcome,
    failedStep,
    attempts,
    steps: steps.map(({ step, state }) => `${step} ${state}`),
    verdicts,
  };
}
