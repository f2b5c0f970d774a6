import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, type Page, type TestInfo } from '@playwright/test';
import { diagnose } from '../../src/core/diagnosis/diagnose.ts';
import type { Recording } from '../../src/core/recording/recording.ts';
import { describe } from '../../src/core/session/describe.ts';
import type { Limits } from '../../src/core/session/settings.ts';
import { summarise } from '../../src/core/session/summarise.ts';
import { readFactsFile, recordingsOf } from '../../src/core/watched/factsFile.ts';

export interface SessionProbeOptions {
  /** the page's own endpoints that hand out the token: URLs or paths, with `*` at the end for all that begin so */
  readonly sessionEndpoint?: string | readonly string[];
  /** after how long a silence counts as a failure, ms */
  readonly limits?: Partial<Limits>;
}

/** The sessions of a page, as its probe sees them. */
export interface ExpectedSession {
  /** Resolves once the last session of the page is connected. Rejects with the verdict, or with how far it got. */
  toConnect(options?: { readonly timeout?: number }): Promise<Recording>;
  /** Resolves once it has failed; with a code, with that verdict. Rejects with what was seen instead. */
  toFail(options?: { readonly code?: string; readonly timeout?: number }): Promise<Recording>;
  /** The last session so far, with its verdict; undefined before there is one. */
  recording(): Promise<Recording | undefined>;
}

/** As long as Playwright's own expectations wait, and as long as a browser takes to give a connection up, ms. */
const patience = 20_000;
const askEvery = 100;

const watched = new WeakMap<TestInfo, Set<ExpectedSession>>();

/**
 * Attaches the probe to a page, for all that it opens from now on: call it before `page.goto`. Where an expectation is
 * not met, the verdict and the recording are in the test's report; with the fixtures of this package, wherever the test fails.
 */
export async function expectSession(page: Page, options: SessionProbeOptions = {}): Promise<ExpectedSession> {
  await page.addInitScript(`window.sessionProbeOptions = ${JSON.stringify(options)};`);
  await page.addInitScript({ path: probePath() });

  async function recording(): Promise<Recording | undefined> {
    const [facts, now]: [unknown, number] = await page.evaluate(
      '[window.sessionProbe && window.sessionProbe.recording(), performance.now()]',
    );
    const read = readFactsFile(facts);
    if (!read.ok) return undefined;
    const last = read.file.facts.at(-1)?.at ?? 0;
    return recordingsOf(read.file, Math.max(last, now)).at(-1);
  }

  async function until(
    isMet: (found: Recording | undefined) => boolean,
    isOver: (found: Recording | undefined) => boolean,
    timeout: number,
    wanted: string,
  ): Promise<Recording> {
    const end = Date.now() + timeout;
    for (;;) {
      const found = await recording();
      if (found !== undefined && isMet(found)) return found;
      if (isOver(found) || Date.now() > end) {
        await attach(session, base.info());
        throw new Error(`The session was to ${wanted}. ${seen(found)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, askEvery));
    }
  }

  const session: ExpectedSession = {
    recording,
    toConnect: ({ timeout = patience } = {}) =>
      until(
        (found) => outcomeOf(found) === 'connected',
        (found) => outcomeOf(found) === 'failed',
        timeout,
        'connect',
      ),
    toFail: ({ code, timeout = patience } = {}) =>
      until(
        (found) => outcomeOf(found) === 'failed' && (code === undefined || found?.verdict?.code === code),
        (found) => outcomeOf(found) === 'failed',
        timeout,
        code === undefined ? 'fail' : `fail with ${code}`,
      ),
  };
  const info = base.info();
  watched.set(info, (watched.get(info) ?? new Set()).add(session));
  return session;
}

/** Puts what the probes of a test saw into its report. */
export async function attachSessions(info: TestInfo): Promise<void> {
  for (const session of watched.get(info) ?? []) await attach(session, info);
}

async function attach(session: ExpectedSession, info: TestInfo): Promise<void> {
  watched.get(info)?.delete(session);
  // A page that is closed already tells nothing any more.
  const found = await session.recording().catch(() => undefined);
  if (found === undefined) return;
  await info.attach('session-verdict', { body: `${seen(found)}\n`, contentType: 'text/plain' });
  await info.attach('session-recording.json', {
    body: JSON.stringify(found),
    contentType: 'application/json',
  });
}

function outcomeOf(found: Recording | undefined) {
  return found === undefined ? 'idle' : summarise(found.log).outcome;
}

/** What is said of a session in an error and in the report. */
function seen(found: Recording | undefined): string {
  if (found === undefined)
    return 'No session was seen. Was expectSession(page) called before page.goto, and is the session endpoint named?';
  const [verdict] = diagnose(found.log);
  const { outcome, failedStep } = summarise(found.log);
  if (verdict === undefined) {
    const last = found.log.at(-1);
    return `It is ${outcome}. The last that was seen: ${last === undefined ? 'nothing' : describe(last)}`;
  }
  const proofs = verdict.evidence.map(({ entry, says }) => {
    const proof = found.log.find(({ id }) => id === entry);
    return `  ${says}${proof === undefined ? '' : `: ${describe(proof)}`}`;
  });
  return [
    `It ${outcome} at ${failedStep ?? verdict.causedBy.step}: ${verdict.title} (${verdict.code}, ${verdict.certainty}).`,
    verdict.cause,
    `What to do: ${verdict.remedy}`,
    'Because:',
    ...proofs,
  ].join('\n');
}

/** In the package it lies beside this; in the repository, where the app was built. */
function probePath(): string {
  const places = ['../probe.js', '../../dist/probe.js'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = places.find((path) => existsSync(path));
  if (found === undefined)
    throw new Error(`The probe is not built: there is neither ${places.join(' nor ')}. Run npm run build.`);
  return found;
}
