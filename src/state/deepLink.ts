import { defaultSettings, type Target } from '../core/session/settings.ts';
import { isSessionStep, type SessionStep, sessionSteps } from '../core/session/step.ts';
import { defaultSwitches } from '../core/session/switches.ts';
import type { Selection } from './contracts.ts';
import type { Changes } from './planRun.ts';

/** What a URL asks for. A message per thing that it asks for in vain; those change nothing. */
export interface DeepLink extends Changes {
  readonly target?: Target;
  readonly scenario?: string;
  readonly run?: 'all' | SessionStep;
  readonly select?: Selection;
  readonly realtime: boolean;
  /** catalogue code whose documentation is open */
  readonly docs?: string;
  readonly problems: readonly string[];
}

type Value = string | number | boolean | readonly string[];
type Read = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly why: string };

const secretKeys = ['token', 'apikey', 'api_key', 'key', 'authorization', 'credential', 'password', 'secret'];
const limitPrefix = 'limit.';
const examples: Readonly<Record<string, Value>> = { ...defaultSettings, ...defaultSwitches };

const allowed: Readonly<Record<string, readonly string[]>> = {
  route: ['rest', 'backend'],
  sessionMethod: ['GET', 'POST', 'PUT'],
  sessionCredentials: ['omit', 'same-origin', 'include'],
  restWith: ['key', 'token'],
  iceTransportPolicy: ['all', 'relay'],
  tokenSpentBy: ['call', 'ice-config'],
  missingAuthorization: ['403', '401'],
};

/** Reads a text as the type that the default of the same key has. */
function readAs(key: string, example: Value, text: string): Read {
  const choices = allowed[key];
  if (choices !== undefined && !choices.includes(text)) {
    return { ok: false, why: `“${text}” is not one of ${choices.join(', ')}` };
  }
  if (typeof example === 'boolean') {
    if (text === '1' || text === 'true') return { ok: true, value: true };
    if (text === '0' || text === 'false') return { ok: true, value: false };
    return { ok: false, why: `“${text}” is neither 1 nor 0` };
  }
  if (typeof example === 'number') {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value)) return { ok: false, why: `“${text}” is not a number` };
    return { ok: true, value };
  }
  if (typeof example === 'string') return { ok: true, value: text };
  const parts = text.split(',').filter((part) => part !== '');
  if (key === 'modalities') {
    const strange = parts.find((part) => part !== 'audio' && part !== 'video');
    if (strange !== undefined) return { ok: false, why: `“${strange}” is neither audio nor video` };
  }
  return { ok: true, value: parts };
}

function readSelection(text: string): Selection | undefined {
  if (isSessionStep(text)) return { kind: 'step', step: text };
  return /^e\d+$/.test(text) ? { kind: 'entry', id: text } : undefined;
}

/** Reads the query of a deep link (README, “Deep links”). Secrets are never read from a URL. */
export function parseDeepLink(query: URLSearchParams): DeepLink {
  const problems: string[] = [];
  const settings: Record<string, Value> = {};
  const switches: Record<string, Value> = {};
  const limits: Partial<Record<SessionStep, number>> = {};
  let link: Partial<DeepLink> = {};

  for (const [key, text] of query) {
    const refuse = (why: string) => problems.push(`The link's parameter “${key}” was ignored: ${why}.`);
    if (secretKeys.includes(key.toLowerCase())) {
      refuse(
        'secrets are never read from a URL; type it into its field, and treat the one in the link as leaked',
      );
    } else if (key === 'target') {
      if (text === 'live' || text === 'simulated' || text === 'watched') link = { ...link, target: text };
      else refuse(`“${text}” is neither simulated, live nor watched`);
    } else if (key === 'scenario') {
      link = { ...link, scenario: text };
    } else if (key === 'run') {
      if (text === 'all' || isSessionStep(text)) link = { ...link, run: text };
      else refuse(`“${text}” is neither all nor one of ${sessionSteps.join(', ')}`);
    } else if (key === 'select') {
      const select = readSelection(text);
      if (select === undefined) refuse(`“${text}” is neither a step nor the id of a log entry such as e12`);
      else link = { ...link, select };
    } else if (key === 'docs') {
      if (/^[\w.-]{1,60}$/.test(text)) link = { ...link, docs: text };
      else refuse('a code of the catalogue is expected, such as turn.auth');
    } else if (key === 'realtime') {
      const read = readAs(key, false, text);
      if (read.ok) link = { ...link, realtime: read.value === true };
      else refuse(read.why);
    } else if (key.startsWith(limitPrefix)) {
      const step = key.slice(limitPrefix.length);
      const ms = Number(text);
      if (!isSessionStep(step)) refuse(`“${step}” is not one of ${sessionSteps.join(', ')}`);
      else if (!(ms > 0)) refuse(`“${text}” is not a number of milliseconds`);
      else limits[step] = ms;
    } else {
      const home = Object.hasOwn(defaultSettings, key) ? settings : switches;
      const example = Object.hasOwn(examples, key) ? examples[key] : undefined;
      if (example === undefined) {
        refuse('there is no such setting');
        continue;
      }
      const read = readAs(key, example, text);
      if (!read.ok) refuse(read.why);
      else home[key] = key === 'missingAuthorization' ? Number(read.value) : read.value;
    }
  }
  return { realtime: false, ...link, settings, switches, limits, problems };
}

/** The query that `parseDeepLink` reads back. Only what differs from the defaults is written. */
export function formatDeepLink(state: {
  readonly target: Target;
  readonly scenario: string | undefined;
  readonly run: 'all' | SessionStep | undefined;
  readonly select: Selection | undefined;
  readonly realtime: boolean;
  readonly changes: Changes;
  readonly docs?: string | undefined;
}): string {
  const query = new URLSearchParams();
  if (state.target !== 'simulated') query.set('target', state.target);
  if (state.scenario !== undefined) query.set('scenario', state.scenario);
  if (state.run !== undefined) query.set('run', state.run);
  if (state.select !== undefined) {
    query.set('select', state.select.kind === 'step' ? state.select.step : state.select.id);
  }
  if (state.realtime) query.set('realtime', '1');
  if (state.docs !== undefined) query.set('docs', state.docs);
  for (const [key, value] of Object.entries({ ...state.changes.settings, ...state.changes.switches })) {
    if (mayHoldSecret(key, value)) continue;
    query.set(key, formatValue(value));
  }
  for (const [step, ms] of Object.entries(state.changes.limits))
    query.set(`${limitPrefix}${step}`, String(ms));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** What a backend wants may be a secret: then it is in no URL, and is not remembered. Rather too much than too little. */
function mayHoldSecret(key: string, value: Value): boolean {
  if (key !== 'sessionBody' && key !== 'sessionHeaders') return false;
  return /auth|cookie|key|token|secret|passw|credential|session|bearer|eyJ|sk_/i.test(String(value));
}

function formatValue(value: Value): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return Array.isArray(value) ? value.join(',') : String(value);
}
