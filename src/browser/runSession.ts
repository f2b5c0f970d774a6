import type { RequestEdit } from '../core/session/requestEdit.ts';
import { type SessionStep, sessionSteps, stepIndex } from '../core/session/step.ts';
import { type Attempt, type AttemptEnd, createAttempt } from './attempt.ts';
import { callEndpoint, restFailed } from './callEndpoint.ts';
import { connect, type SessionAnswer } from './connection.ts';
import { obtainIceServers, obtainToken, reportHeld, requireToken } from './credentials.ts';
import { nextRequest } from './editRequest.ts';
import { watchReturn } from './networkReturn.ts';
import { observeSleep } from './observe/observeSleep.ts';
import { makeOffer } from './offer.ts';
import { createPeer, type Peer, withoutUrls } from './peer.ts';
import { exhaustPeers } from './peerFaults.ts';
import type { SessionOffer } from './request.ts';
import { createRetryPolicy, type NextAttempt } from './retryPolicy.ts';
import { withRoom } from './roomForPeers.ts';
import type { Carried, SessionControls, SessionPlan } from './sessionPlan.ts';
import { StepFailed } from './stepFailed.ts';
import { createStepRunner, type StepRunner } from './stepRunner.ts';
import { outcomeOf, pause } from './waitUntil.ts';

/**
 * Runs a session, attempt after attempt, and reports everything that happens. While connected it stays pending. It
 * resolves once the signal aborts or the run has failed, and everything it held is released, with what a later run
 * can begin from; of a lost network only when that is back, or `aftermath` aborts. Rejects on programming errors only.
 */
export async function runSession(plan: SessionPlan, controls: SessionControls): Promise<Carried> {
  const { signal, redactor } = controls;
  const began = performance.now();
  const now = controls.now ?? (() => performance.now() - began);
  if (plan.secrets.apiKey !== undefined) redactor.name('api-key', plan.secrets.apiKey);
  const policy = createRetryPolicy(plan, Math.random);
  let next: NextAttempt | undefined = plan.attempt && { ...plan.attempt, from: plan.from };
  let number = plan.attempt?.number ?? 1;
  let held: Carried = withPasted(plan);
  const sleep = observeSleep((entry) => (signal.aborted ? '' : controls.report(entry)));
  try {
    for (;;) {
      const from = offerAtLatest(next?.from ?? plan.from);
      const runner = createStepRunner(controls, () => sleep.check());
      const { report } = runner.controls;
      if (next !== undefined) {
        report({ kind: 'attempt', number, from, why: next.why, delay: next.delay });
        await pause(next.delay, signal);
      }
      const attempt = createAttempt(number, { from, plan, controls: { ...runner.controls, now }, held });
      const end = await runAttempt(attempt, runner, policy.hangsUp()).finally(() => {
        held = attempt.held;
      });
      next = policy.after(end);
      if (next === undefined) {
        report({ kind: 'run', state: 'failed', by: 'failure' });
        if (lostItsNetwork(end)) {
          const servers = serversOf({ plan, held });
          const until = controls.aftermath ?? signal;
          await watchReturn({ servers, report: controls.report, signal: until });
        }
        return held;
      }
      number += 1;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    return held;
  } finally {
    sleep.detach();
  }
}

/** The recipe: token, ICE servers, offer, call, connection. */
async function runAttempt(
  attempt: Attempt,
  { step, undo }: StepRunner,
  hangsUp: boolean,
): Promise<AttemptEnd> {
  const { plan, from, controls } = attempt;
  const { limits, faults } = plan;
  const { signal, report } = controls;
  const begins = (name: SessionStep) => stepIndex(name) >= stepIndex(from);
  const release: (() => void | Promise<void>)[] = [];
  try {
    for (const name of sessionSteps)
      if (!begins(name)) report({ kind: 'step', step: name, state: 'skipped' });
    reportHeld(attempt);

    if (begins('token')) {
      const token = await step(
        'token',
        (edit) => obtainToken(attempt, edit),
        () => nextRequest('token', attempt),
      );
      if (!token.ok) return token.end;
      attempt.held = token.value;
    }

    if (begins('ice-config')) {
      const servers = await step(
        'ice-config',
        (edit) => obtainIceServers(attempt, edit),
        () => nextRequest('ice-config', attempt),
      );
      if (!servers.ok) return servers.end;
      attempt.held = { ...attempt.held, iceServers: servers.value };
      controls.onHeld?.(attempt.held);
    }

    const offered = await step('offer', async () => {
      const exhausts = faults?.peer === 'many-peers';
      if (exhausts) release.push(await exhaustPeers(signal));
      // What earlier runs left to be collected is nobody's failure.
      const peer = await withRoom(
        () => createPeer(peerOptions(attempt)),
        (error) => !exhausts && error instanceof StepFailed && error.failure.reason === 'limit',
      );
      release.push(peer.release, () => controls.onLive?.(undefined));
      controls.onLive?.(peer.live);
      await turnDevicesOn(peer, attempt);
      return { peer, offer: await makeOffer(peer, { signal, limit: limits.offer }, report) };
    });
    if (!offered.ok) return offered.end;
    const { peer, offer } = offered.value;

    await pause(faults?.waitBeforeCall ?? 0, signal);
    const answered = await step(
      'call',
      (edit) => placeCall(offer, attempt, edit),
      () => nextRequest('call', attempt, offer),
    );
    if (!answered.ok) return answered.end;

    const connected = await step('connection', () =>
      connect(peer, answered.value, {
        signal,
        limit: limits.connection,
        report,
        redact: (text) => controls.redactor.redact(text),
        fault: faults?.peer,
      }),
    );
    if (!connected.ok) return connected.end;

    if (hangsUp) return { how: 'hung-up' };
    report({ kind: 'run', state: 'connected' });
    return undo('connection', await connected.value.lost(signal));
  } finally {
    for (const each of release.toReversed()) await each();
  }
}

async function placeCall(
  offer: SessionOffer,
  attempt: Attempt,
  edit: RequestEdit | undefined,
): Promise<SessionAnswer> {
  requireToken(attempt);
  const outcome = await callEndpoint('calls', { limit: attempt.plan.limits.call, offer, edit }, attempt);
  if (!outcome.ok) throw restFailed(outcome);
  return { type: outcome.value.answerType, sdp: outcome.value.answerSdp };
}

/** The devices that this run needs: without them there is nothing to offer. Throws StepFailed. */
async function turnDevicesOn({ live }: Peer, { plan, controls }: Attempt): Promise<void> {
  const { microphone, camera, deviceId, nothing, playback } = plan.faults?.media ?? {};
  if (playback) void live.playback.listen(true);
  const wanted = [...(microphone ? [live.microphone] : []), ...(camera ? [live.camera] : [])];
  for (const device of wanted) {
    const asked = await outcomeOf(device.turnOn(deviceId, nothing), { signal: controls.signal });
    if (asked === 'limit') continue;
    if (!asked.ok) throw asked.error;
    if (asked.value !== undefined) throw new StepFailed(asked.value);
  }
}

/** A session that stood ended for want of packets: nobody closed it. */
function lostItsNetwork(end: AttemptEnd): boolean {
  return end.how === 'failed' && end.stood === true && end.failure.reason === 'ice';
}

function serversOf({ plan, held }: Pick<Attempt, 'plan' | 'held'>) {
  return withoutUrls(held.iceServers ?? [], plan.leaveOut ?? (() => false));
}

function peerOptions(attempt: Attempt) {
  const { plan, controls } = attempt;
  return {
    iceServers: serversOf(attempt),
    iceTransportPolicy: plan.settings.iceTransportPolicy,
    limits: plan.limits,
    report: controls.report,
    redact: (text: string) => controls.redactor.redact(text),
    now: controls.now ?? (() => performance.now()),
    sample: controls.sample,
    onStream: controls.onStream,
  };
}

/** No peer connection outlives its attempt, so what comes after the offer begins with a new offer. */
function offerAtLatest(step: SessionStep): SessionStep {
  return stepIndex(step) > stepIndex('offer') ? 'offer' : step;
}

/** A token that was pasted is meant to be used: it stands before one of an earlier run. */
function withPasted({ carried, secrets, from }: SessionPlan): Carried {
  if (from === 'token') return {};
  return { ...carried, ...(secrets.token === undefined ? {} : { token: secrets.token }) };
}
