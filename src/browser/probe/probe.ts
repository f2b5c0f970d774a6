import { version } from '../../../package.json';
import type { FactsFile } from '../../core/watched/fact.ts';
import { type Badge, showBadge } from './badge.ts';
import { createProbe } from './createProbe.ts';
import { createLink } from './link.ts';
import { optionsOf, type ProbeOptions, readOptions } from './probeOptions.ts';
import { saveRecording } from './saveRecording.ts';

export type { FactsFile } from '../../core/watched/fact.ts';
export type { ProbeOptions } from './probeOptions.ts';

/** What the probe is to the page, its console and its tests: `window.sessionProbe`. Nothing in it throws. */
export interface SessionProbe {
  readonly version: string;
  /** All that was seen so far, redacted, plain data: the debugger opens it, `recordingsOf` of the package makes sessions of it. */
  recording(): FactsFile;
  /** Opens the debugger, which then watches this page live. Call it from a click, or from the console. */
  open(): void;
  /** Saves the recording as a file. */
  save(): void;
  /** how it stands, or why it watches no longer */
  state(): string;
  /** Takes further options, as a later `startProbe()` does: endpoints add up, of the others the later one wins. */
  configure(options: ProbeOptions): void;
  /** Ends all watching; what was recorded stays. */
  stop(): void;
}

declare global {
  interface Window {
    /** set before the script comes: `{ sessionEndpoint: '/api/session' }` */
    sessionProbeOptions?: ProbeOptions;
    /** there once the probe watches; it is not when it could not begin */
    sessionProbe?: SessionProbe;
  }
}

/**
 * Watches the sessions of this page from now on. A second call gives the same probe, which takes the further options:
 * one page has one, however often the script is loaded. Undefined where it could not begin; never throws.
 */
export function startProbe(options?: ProbeOptions): SessionProbe | undefined {
  try {
    const running = window.sessionProbe;
    if (running !== undefined) {
      if (options !== undefined) running.configure(options);
      return running;
    }
    const script = document.currentScript;
    const home = script instanceof HTMLScriptElement ? optionsOf(script) : undefined;
    const probe = begin(home, window.sessionProbeOptions, options);
    Object.defineProperty(window, 'sessionProbe', { value: probe, configurable: true, enumerable: false });
    return probe;
  } catch {
    // Whatever this page forbids, it is not to suffer for being watched.
    return undefined;
  }
}

function begin(...given: readonly (ProbeOptions | undefined)[]): SessionProbe {
  const settings = readOptions(...given);
  const probe = createProbe(settings);
  const { recording } = probe;
  let badge: Badge | undefined;
  let told = 'Watching.';
  const link = createLink(probe, settings, (text) => {
    told = text;
    badge?.tell(text);
  });
  const save = () => saveRecording(recording());
  const stop = () => {
    probe.stop('Switched off.');
    link.close();
    badge?.remove();
  };
  function showOrHide(): void {
    badge?.remove();
    badge =
      (settings.badge ?? !navigator.webdriver) ? showBadge({ open: link.open, save, off: stop }) : undefined;
  }
  showOrHide();
  return {
    version,
    recording,
    open: link.open,
    save,
    state: () => probe.offBecause() ?? told,
    configure(options) {
      if (probe.offBecause() !== undefined) return;
      const { badge: before } = settings;
      Object.assign(
        settings,
        readOptions({ ...settings, sessionEndpoint: settings.sessionEndpoints }, options),
      );
      if (settings.badge !== before) showOrHide();
    },
    stop,
  };
}
