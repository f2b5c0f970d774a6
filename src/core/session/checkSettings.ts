import { headerProblem } from './headerLines.ts';
import { looksSecret } from './looksSecret.ts';
import type { Limits, Settings } from './settings.ts';
import { sessionSteps } from './step.ts';

export interface SettingsProblem {
  /** name of the setting, or `limits.` and the step */
  readonly key: string;
  /** what was wrong, and what to do */
  readonly message: string;
}

/** ms; longer than ten minutes is a slip of the keyboard. */
const longestLimit = 600_000;

/**
 * Checks everything that a run would send or go by, before it does; empty where all is well. Types are checked too:
 * settings come from URLs and scripts.
 */
export function checkSettings(settings: Settings, limits: Limits): readonly SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  const add = (key: string, message: string | undefined) => {
    if (message !== undefined) problems.push({ key, message });
  };

  const backend = settings.route === 'backend';
  add('route', oneOf(settings.route, ['rest', 'backend']));
  add('baseUrl', absoluteUrl(settings.baseUrl, 'https://api.orga-ai.com'));
  if (backend || settings.sessionEndpoint !== '') {
    add(
      'sessionEndpoint',
      absoluteUrl(settings.sessionEndpoint, 'https://your-app.example/api/orga-session'),
    );
  }
  add('sessionMethod', oneOf(settings.sessionMethod, ['GET', 'POST', 'PUT']));
  add('sessionHeaders', plainText(settings.sessionHeaders) ?? headerProblem(settings.sessionHeaders, false));
  add('sessionBody', sessionBody(settings.sessionBody, settings.sessionMethod));
  add('sessionCredentials', oneOf(settings.sessionCredentials, ['omit', 'same-origin', 'include']));
  add('restWith', oneOf(settings.restWith, ['key', 'token']));
  add('email', email(settings.email));
  add('voice', filled(settings.voice, 'Enter a voice, for example alloy.'));
  add('model', filled(settings.model, 'Enter a model, for example orga-1-beta.'));
  add('temperature', temperature(settings.temperature));
  add('instructions', plainText(settings.instructions));
  add('modalities', modalities(settings.modalities));
  for (const key of [
    'transcription',
    'history',
    'continueWithoutToken',
    'renewToken',
    'relay',
    'fetchIceConfig',
  ] as const) {
    add(
      key,
      typeof settings[key] === 'boolean' ? undefined : `${shown(settings[key])} is neither true nor false.`,
    );
  }
  add('iceTransportPolicy', oneOf(settings.iceTransportPolicy, ['all', 'relay']));
  add('correlationHeaders', headerNames(settings.correlationHeaders));
  add('retries', wholeNumber(settings.retries, 0, 10, 'retries'));
  for (const step of sessionSteps) {
    add(`limits.${step}`, wholeNumber(limits[step], 1, longestLimit, 'ms'));
  }
  return problems;
}

function absoluteUrl(value: unknown, example: string): string | undefined {
  if (typeof value !== 'string') return `${shown(value)} is not a URL. Enter one such as ${example}.`;
  if (value.trim() === '') return `There is no URL. Enter one such as ${example}.`;
  if (looksSecret(value)) return keyMessage;
  const [, scheme, authority = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\\\s]*)[^\s]*$/i.exec(value) ?? [];
  if (scheme === undefined) return `"${value}" is not an absolute URL. Enter one such as ${example}.`;
  if (!/^https?$/i.test(scheme))
    return `${scheme}: is not a scheme for requests. Enter a URL such as ${example}.`;
  if (authority.includes('@')) return 'The URL carries a user name or password. Leave them out.';
  if (!isHost(authority)) return `"${authority}" is not a host. Enter a URL such as ${example}.`;
  return undefined;
}

function isHost(authority: string): boolean {
  const [, host = '', port] = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i.exec(authority) ?? [];
  if (Number(port) > 65_535) return false;
  return /^(?!-)[^\s"'<>|^`{}%,;!$&()*+=]+$/.test(host) && !host.includes('..') && !host.startsWith('.');
}

function email(value: unknown): string | undefined {
  if (typeof value !== 'string')
    return `${shown(value)} is not an e-mail address. Enter one, or leave it empty.`;
  if (looksSecret(value)) return keyMessage;
  // The published Node SDK refuses the same with "Invalid email format".
  return value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
    ? undefined
    : `"${value}" is not an e-mail address. Enter one, or leave it empty to send none.`;
}

function filled(value: unknown, advice: string): string | undefined {
  if (typeof value !== 'string') return `${shown(value)} is not a name. ${advice}`;
  if (value.trim() === '') return `It is empty. ${advice}`;
  return looksSecret(value) ? keyMessage : undefined;
}

function plainText(value: unknown): string | undefined {
  if (typeof value !== 'string') return `${shown(value)} is not a text.`;
  return looksSecret(value) ? keyMessage : undefined;
}

function sessionBody(value: unknown, method: unknown): string | undefined {
  if (value !== '' && method === 'GET') return 'A GET carries no body. Choose POST, or leave the body empty.';
  return plainText(value);
}

function temperature(value: unknown): string | undefined {
  if (typeof value === 'number' && value >= 0 && value <= 1) return undefined;
  return `${shown(value)} is out of range. Enter a number from 0 to 1.`;
}

function modalities(value: unknown): string | undefined {
  const advice = 'Choose audio, video or both.';
  if (!Array.isArray(value)) return `${shown(value)} is not a list. ${advice}`;
  if (value.length === 0) return `None is chosen. ${advice}`;
  const foreign: unknown = value.find((each) => each !== 'audio' && each !== 'video');
  if (foreign !== undefined) return `${shown(foreign)} is not a modality. ${advice}`;
  return new Set(value).size === value.length ? undefined : `One is named twice. ${advice}`;
}

function headerNames(value: unknown): string | undefined {
  if (!Array.isArray(value)) return `${shown(value)} is not a list of header names.`;
  // RFC 9110, section 5.6.2: token
  const foreign: unknown = value.find(
    (each) => typeof each !== 'string' || !/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(each),
  );
  return foreign === undefined
    ? undefined
    : `${shown(foreign)} is not a header name. Write names in lower case, such as x-request-id.`;
}

function wholeNumber(value: unknown, from: number, to: number, unit: string): string | undefined {
  if (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) return undefined;
  const range = `${from} to ${to.toLocaleString('en')} ${unit}`;
  return `${shown(value)} is out of range. Enter a whole number from ${range}.`;
}

function oneOf(value: unknown, allowed: readonly string[]): string | undefined {
  if (typeof value === 'string' && allowed.includes(value)) return undefined;
  return `${shown(value)} is not one of ${allowed.join(', ')}. Choose one of them.`;
}

const keyMessage =
  'This looks like an API key or a token. Remove it here: settings are shown, logged and put into URLs.';

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  if (value === undefined) return 'Nothing';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'This';
}
