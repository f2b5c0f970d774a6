import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Pasted } from '../core/recording/read/pasted.ts';
import type { Reading } from '../core/recording/recording.ts';
import type { ScenarioInfo, ViewModel } from './contracts.ts';
import type { SessionModelWithScripts } from './SessionModel.ts';

/** Above this a text is a file, which is read beside the page's thread, characters. */
const longestText = 200_000;

/** What a text that somebody pasted points to. The text itself is kept nowhere. */
export interface Explaining {
  readonly found: ReadonlySignal<Pasted | undefined>;
  /** why nothing could be told */
  readonly problem: ReadonlySignal<string | undefined>;
  /** the field is asked for, and gets the focus */
  readonly asked: ReadonlySignal<boolean>;
  ask(): void;
  answered(): void;
  /** A whole session in it is opened at once. */
  explain(text: string): Promise<void>;
  /** as a session, what was found in the text */
  openFound(): void;
  forget(): void;
  showDocs(code: string): void;
  /** the scenario that plays it, of this very variant where it is known; none on the live target */
  scenarioFor(code: string, variant: string | undefined): ScenarioInfo | undefined;
  replay(scenario: string): void;
}

export interface ExplainingWorld {
  readonly session: Pick<SessionModelWithScripts, 'run' | 'scenarios' | 'selectScenario' | 'target'>;
  readonly view: Pick<ViewModel, 'open' | 'select' | 'showDocs'>;
  readonly recognise: (text: string) => Promise<Pasted>;
  readonly openBlob: (blob: Blob, what: string) => Promise<boolean>;
  readonly show: (reading: Extract<Reading, { readonly ok: true }>) => void;
}

export function createExplaining(world: ExplainingWorld): Explaining {
  const { session, view, recognise, openBlob, show } = world;
  const found = signal<Pasted | undefined>(undefined);
  const problem = signal<string | undefined>(undefined);
  const asked = signal(false);
  let latest = 0;

  function tell(next: Pasted | undefined, why?: string): void {
    latest += 1;
    batch(() => {
      found.value = next;
      problem.value = why;
    });
  }

  function openFound(): void {
    const reading = found.peek()?.reading;
    if (reading?.ok !== true) return;
    tell(undefined);
    show(reading);
  }

  return {
    found,
    problem,
    asked,
    ask: () => {
      asked.value = true;
    },
    answered: () => {
      asked.value = false;
    },
    async explain(text) {
      tell(undefined);
      if (text.length > longestText) {
        await openBlob(new Blob([text]), 'What was pasted');
        return;
      }
      const own = latest;
      try {
        const pasted = await recognise(text);
        if (own !== latest) return;
        tell(pasted);
        if (pasted.kind === 'recording') openFound();
      } catch (error) {
        if (own !== latest) return;
        const why = error instanceof Error ? error.message : String(error);
        tell(undefined, `What explains a text could not be loaded (${why}). Reload the page and try again.`);
      }
    },
    openFound,
    forget: () => tell(undefined),
    showDocs: view.showDocs,
    scenarioFor(code, variant) {
      if (session.target !== 'simulated') return undefined;
      return session.scenarios.value?.find(
        (scenario) => scenario.code === code && (variant === undefined || scenario.variant === variant),
      );
    },
    replay(scenario) {
      view.open(undefined);
      view.select(undefined);
      session.selectScenario(scenario);
      void session.run();
    },
  };
}
