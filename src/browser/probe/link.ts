import type { Fact } from '../../core/watched/fact.ts';
import { debuggerWord, fromProbe } from '../../core/watched/protocol.ts';
import type { RunningProbe } from './createProbe.ts';
import type { ProbeSettings } from './probeOptions.ts';

/** How often facts are sent, and how many at a time at most: the page comes first. ms */
const flushEvery = 100;
const portion = 500;

/** So many that wait, and the oldest of them are let go of. */
const mostWaiting = 5000;

/** How long to wait for the window, ms. */
const answerLimit = 15_000;

const instead = 'Or save the recording and open it in the debugger.';

/** Sends what is seen to debuggers, to each from the beginning on. Nothing goes over the network. */
export interface Link {
  /** Opens a debugger. Needs a click or a key, as every window that a page opens. */
  open(): void;
  close(): void;
}

/** `tell` says how it stands, in words for the developer. */
export function createLink(
  { page, log }: RunningProbe,
  settings: Pick<ProbeSettings, 'debuggerUrl'>,
  tell: (text: string) => void,
): Link {
  const homeOf = ({ debuggerUrl = '' } = settings) =>
    URL.canParse(debuggerUrl) ? new URL(debuggerUrl) : undefined;
  const ending = new Set<() => void>();
  let opened: Window | null | undefined;
  let looking: ReturnType<typeof setInterval> | undefined;

  function serve(port: MessagePort): void {
    let waiting: Fact[] = [];
    let dropped = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let unlisten = () => {};

    function flush(): void {
      timer = undefined;
      if (waiting.length > mostWaiting) dropped += waiting.splice(0, waiting.length - mostWaiting).length;
      port.postMessage(fromProbe('facts', { facts: waiting.splice(0, portion), dropped, now: log.now() }));
      if (waiting.length > 0) plan();
    }
    function plan(): void {
      timer ??= setTimeout(flush, flushEvery);
    }
    function end(): void {
      clearTimeout(timer);
      unlisten();
      port.postMessage(fromProbe('bye'));
      port.close();
      ending.delete(end);
    }

    ending.add(end);
    port.addEventListener('message', ({ data }) => {
      const word = debuggerWord(data);
      if (word === 'accepted') {
        tell('Watched by the debugger.');
        port.postMessage(fromProbe('page', { page }));
        waiting = [...log.facts()];
        dropped = log.dropped();
        unlisten = log.listen((fact) => {
          waiting.push(fact);
          plan();
        });
        flush();
      } else if (word === 'refused' || word === 'bye') {
        end();
        tell(
          word === 'refused'
            ? 'The debugger refused this page.'
            : ending.size > 0
              ? 'A debugger was closed, another still watches.'
              : 'The debugger was closed.',
        );
      }
    });
    port.start();
  }

  function onMessage({ data, origin, source }: MessageEvent): void {
    if (debuggerWord(data) !== 'ready' || origin !== homeOf()?.origin || source === null) return;
    stopLooking();
    const { port1, port2 } = new MessageChannel();
    serve(port1);
    tell('The debugger asks whether it may watch this page: say so there.');
    (source as Window).postMessage(fromProbe('here'), origin, [port2]);
  }

  function stopLooking(): void {
    clearInterval(looking);
    looking = undefined;
  }

  addEventListener('message', onMessage);
  const bye = () => {
    for (const end of ending) end();
  };
  addEventListener('pagehide', bye);
  // Opened by the debugger: it waits to hear that there is somebody.
  const first = homeOf();
  if (first !== undefined && window.opener !== null) {
    (window.opener as Window).postMessage(fromProbe('knock'), first.origin);
  }

  return {
    open() {
      const home = homeOf();
      if (home === undefined) {
        tell(`Where is the debugger? Say data-debugger="https://…". ${instead}`);
        return;
      }
      const url = new URL('?target=watched', home);
      opened = window.open(url, 'session-debugger');
      if (opened === null) {
        tell(`The browser blocked the window: allow it. ${instead}`);
        return;
      }
      tell('Waiting for the debugger…');
      const until = performance.now() + answerLimit;
      stopLooking();
      looking = setInterval(() => {
        if (opened?.closed !== true && performance.now() < until) return;
        stopLooking();
        tell(
          `No debugger answers: its window was closed, or this page’s Cross-Origin-Opener-Policy cuts it off. ${instead}`,
        );
      }, 500);
    },
    close() {
      stopLooking();
      bye();
      removeEventListener('message', onMessage);
      removeEventListener('pagehide', bye);
    },
  };
}
