import type { Target } from '../../core/session/settings.ts';

// Relative, so that the app works from any sub-path: the simulated page lies one folder below the live one.

export function simulatedLink(from: Target): string {
  return from === 'simulated' ? './' : './simulated/';
}

export function liveLink(from: Target): string {
  return from === 'simulated' ? '../?target=live' : './?target=live';
}
