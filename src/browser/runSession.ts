import { type SessionStep, sessionSteps, stepIndex } from '../core/session/step.ts';
import { type Attempt, type AttemptEnd, createAttempt } from './attempt.ts';
import { callEndpoint, restFailed } from './callEndpoint.ts';
import { connect, type SessionAnswer } from './connection.ts';
import { obtainIceServers, obtainToken, reportHeld, requireToken } from './credentials.ts';
import { createPeer, makeOffer, withoutUrls } from './peer.ts';
import type { SessionOffer } from './request.ts';
import { createRetryPolicy, type NextAttempt } from './retryPolicy.ts';
import type { Carried, SessionControls, SessionPlan } from './sessionPlan.ts';
import { createStepRunner, type StepRunner } from './stepRunner.ts';
import { pause } from './waitUntil.ts';

/**
 * Runs a session, attempt after attempt, and reports everything that happens. While connected it stays pending. It
 * resolves once the signal aborts or the run has failed, and everything it held is released, with what a later run
 * can begin from. Rejects on programming errors only.
 */
export async function runSession(plan: SessionPlan, controls: SessionControls): Promise<Carried> {
  const { signal, redactor } = controls;
  if (plan.secrets.apiKey !== undefined) redactor.name('api-key', plan.secrets.apiKey);
  const policy = createRetryPolicy(plan, Math.random);
  let next: NextAttempt | undefined = plan.attempt && { ...plan.attempt, from: plan.from };
  let number = plan.attempt?.number ?? 1;
  let held: Carried = withPasted(plan);
  try {
    for (;;) {
      const from = offerAtLatest(next?.from ?? plan.from);
      const runner = createStepRunner(controls);
      const { report } = runner.controls;
      if (next !== undefined) {
        report({ kind: 'attempt', number, from, why: next.why, delay: next.delay });
        await pause(next.delay, signal);
      }
      const attempt = createAttempt(number, { from, plan, controls: runner.controls, held });
      const end = await runAttempt(attempt, runner, policy.hangsUp()).finally(() => {
        held = attempt.held;
      });
      next = policy.after(end);
      if (next === undefined) {
        report({ kind: 'run', state: 'failed', by: 'failure' });
        return held;
      }
      number += 1;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    return held;
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
  const release: (() => void)[] = [];
  try {
    for (const name of sessionSteps)
      if (!begins(name)) report({ kind: 'step', step: name, state: 'skipped' });
    reportHeld(attempt);

    if (begins('token')) {
      const token = await step('token', () => obtainToken(attempt));
      if (!token.ok) return token.end;
      attempt.held = token.value;
    }

    if (begins('ice-config')) {
      const servers = await step('ice-config', () => obtainIceServers(attempt));
      if (!servers.ok) return servers.end;
      attempt.held = { ...attempt.held, iceServers: servers.value };
    }

    const offered = await step('offer', async () => {
      const peer = createPeer({ ...peerOptions(attempt), report });
      release.push(peer.release);
      return { peer, offer: await makeOffer(peer, { signal, limit: limits.offer }, report) };
    });
    if (!offered.ok) return offered.end;
    const { peer, offer } = offered.value;

    await pause(faults?.waitBeforeCall ?? 0, signal);
    const answered = await step('call', () => placeCall(offer, attempt));
    if (!answered.ok) return answered.end;

    const connected = await step('connection', () =>
      connect(peer, answered.value, { signal, limit: limits.connection }),
    );
    if (!connected.ok) return connected.end;

    if (hangsUp) return { how: 'hung-up' };
    report({ kind: 'run', state: 'connected' });
    return undo('connection', await connected.value.lost(signal));
  } finally {
    for (const each of release) each();
  }
}

async function placeCall(offer: SessionOffer, attempt: Attempt): Promise<SessionAnswer> {
  requireToken(attempt);
  const outcome = await callEndpoint('calls', { limit: attempt.plan.limits.call, offer }, attempt);
  if (!outcome.ok) throw restFailed(outcome);
  return { type: outcome.value.answerType, sdp: outcome.value.answerSdp };
}

function peerOptions({ plan, held, controls }: Attempt) {
  return {
    iceServers: withoutUrls(held.iceServers ?? [], plan.leaveOut ?? (() => false)),
    iceTransportPolicy: plan.settings.iceTransportPolicy,
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
