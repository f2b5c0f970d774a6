import type { LogEntryOf } from '../../../core/session/log.ts';

/** Why a device cannot be had, by the real name of the error, and what to do. Source: failures.md, section b. */
const refusals: Readonly<Record<string, string>> = {
  NotAllowedError: 'Permission was refused. Allow it in the address bar, then switch it on again.',
  SecurityError: 'This page may not use devices at all: a policy forbids it.',
  NotFoundError: 'There is no such device on this machine.',
  NotReadableError: 'The device is there, but another program holds it, or the hardware fails.',
  OverconstrainedError: 'No device meets what was asked for.',
  AbortError: 'The device stopped for a reason that the browser does not tell.',
  TypeError: 'This page is no secure context, so that the browser offers it no devices.',
};

export function refusalWords({ error, constraint, framed, permission }: LogEntryOf<'media'>): string {
  const { name = 'Error', message = '' } = error ?? {};
  if (name === 'NotAllowedError' && framed === true) {
    return 'Permission was refused to this frame: the page around it must say allow="microphone; camera".';
  }
  if (name === 'NotAllowedError' && /by system/i.test(message)) {
    return 'The operating system refuses this browser the device: allow it in the system’s privacy settings.';
  }
  const known = refusals[name] ?? 'The browser refused it.';
  const which = constraint === undefined ? '' : ` It is ${constraint} that cannot be met.`;
  return `${known}${which}${permission === 'denied' ? ' The permission is set to “denied”.' : ''}`;
}

const states: Readonly<Record<LogEntryOf<'media'>['event'], string>> = {
  granted: 'On: it is being sent.',
  refused: 'Refused.',
  ended: 'The device is gone: unplugged, or taken away.',
  mute: 'Muted by the system: nothing comes from it.',
  unmute: 'On: it is being sent.',
  silent: 'On, but nothing but silence comes from it. Is it muted by a switch of its own?',
  audible: 'On, and it can be heard.',
  blocked: 'The browser does not let this page play sound.',
  playing: 'Playing.',
};

export function mediaStateWords(event: LogEntryOf<'media'>['event']): string {
  return states[event];
}
