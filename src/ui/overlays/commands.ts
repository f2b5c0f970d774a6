import { comparisonOf, presentRun } from '../../state/Comparison.ts';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { guides } from '../docs/guides.ts';
import type { IconName } from '../kit/Icon.tsx';
import { outcomeWords, targetWord, whenWords } from '../recordings/recordingWords.ts';
import { scenarioLabel } from '../toolbar/scenarioSearch.ts';
import { themeIcons, themes, themeWords } from '../toolbar/themeWords.ts';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** shown at the end: a key, or an id */
  readonly hint?: string;
  readonly run: () => void;
}

/** Everything that can be done from the palette. */
export function commands(session: SessionModel, view: ViewModel): readonly Command[] {
  const scenarios = session.scenarios.value ?? [];
  const keys = view.keys.value;
  return [
    { id: 'run', label: 'Run all steps', icon: 'play', hint: keys.run, run: () => void session.run() },
    { id: 'step', label: 'Run one step', icon: 'step', hint: keys.step, run: () => void session.step() },
    {
      id: 'hold',
      label: 'Show the first request before it is sent',
      icon: 'step',
      run: () => {
        view.select({ kind: 'step', step: 'token' });
        view.showTab('request');
        void session.run({ hold: true });
      },
    },
    { id: 'stop', label: 'Stop', icon: 'stop', hint: 'Esc', run: () => session.stop() },
    { id: 'clear', label: 'Clear the log', icon: 'clear', run: () => session.clear() },
    { id: 'setup', label: 'Open setup', icon: 'setup', run: () => view.open('setup') },
    { id: 'recordings', label: 'Open a recording', icon: 'tape', run: () => view.open('recordings') },
    {
      id: 'explain',
      label: 'Explain a text',
      icon: 'guess',
      run: () => {
        view.open('recordings');
        session.recordings.value?.explaining.ask();
      },
    },
    { id: 'send', label: 'Save or send this session', icon: 'send', run: () => view.open('send') },
    { id: 'catalogue', label: 'Open the catalogue', icon: 'cards', run: () => view.showDocs() },
    ...guides.map(
      ({ id, title }): Command => ({
        id,
        label: `Read: ${title}`,
        icon: 'book',
        run: () => view.showDocs(id),
      }),
    ),
    {
      id: 'replay',
      label: 'Run this again, simulated, or open a scenario file',
      icon: 'simulated',
      run: () => view.open('replay'),
    },
    ...compareCommand(session, view),
    {
      id: 'keys',
      label: 'Keyboard shortcuts',
      icon: 'keys',
      hint: keys.keys,
      run: () => view.open('shortcuts'),
    },
    ...themes.map(
      (theme): Command => ({
        id: `theme-${theme}`,
        label: `Theme: ${themeWords[theme]}`,
        icon: themeIcons[theme],
        run: () => view.setTheme(theme),
      }),
    ),
    ...scenarios.map(
      (scenario): Command => ({
        id: scenario.id,
        label: `Run: ${scenarioLabel(scenario)}`,
        icon: 'play',
        hint: scenario.id,
        run: () => {
          view.select(undefined);
          session.selectScenario(scenario.id);
          void session.run();
        },
      }),
    ),
    ...recordingCommands(session),
  ];
}

/** Each kept recording, the newest first; by name, scenario, outcome or verdict. */
function recordingCommands({ recordings: { value: recordings } }: SessionModel): readonly Command[] {
  return (recordings?.list.value ?? []).map((recording) => {
    const { id, name, scenario, target, verdict, startedAt } = recording;
    const what = name ?? scenario ?? targetWord(target);
    return {
      id: `recording-${id}`,
      label: `Open: ${what} · ${outcomeWords(recording).word}${verdict === undefined ? '' : ` · ${verdict.title}`}`,
      icon: 'tape',
      hint: whenWords(startedAt),
      run: () => void recordings?.openStored(recording),
    };
  });
}

function compareCommand(session: SessionModel, view: ViewModel): readonly Command[] {
  const comparison = comparisonOf(session);
  const good = comparison.lastGood.value;
  if (good === undefined) return [];
  const run = () => {
    comparison.compare(good, presentRun(session));
    view.open('compare');
  };
  return [{ id: 'compare', label: 'Compare with the last good run', icon: 'fit', run }];
}

export function searchCommands(all: readonly Command[], text: string): readonly Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((command) => {
    const hay = `${command.label} ${command.hint ?? ''}`.toLowerCase();
    return words.every((word) => hay.includes(word));
  });
}
