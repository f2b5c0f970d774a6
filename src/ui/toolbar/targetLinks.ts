import type { Target } from '../../core/session/settings.ts';

// Relative, so that the app works from any sub-path: the simulated page lies one folder below the live one.

export function simulatedLink(from: Target): string {
  return from === 'simulated' ? './' : './simulated/';
}

export function watchedLink(from: Target): string {
  return liveLink(from).replace('live', 'watched');
}

export function liveLink(from: Target): string {
  return from === 'simulated' ? '../?target=live' : './?target=live';
}
