import { useEffect, useState } from 'preact/hooks';
import { replayId, replayKey } from '../../core/recording/replay/handOver.ts';
import { parseReplay } from '../../core/recording/replay/parseReplay.ts';
import type { ReplayScenario } from '../../core/recording/replay/replayScenario.ts';
import { plural } from '../../core/session/wording.ts';
import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { replayOf } from '../../state/Replay.ts';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Placeholder } from '../kit/Placeholder.tsx';
import { simulatedLink } from '../toolbar/targetLinks.ts';
import { downloadScenario } from './downloadScenario.ts';
import css from './Replay.module.css';
import { ReplayReplies } from './ReplayReplies.tsx';

/** A recorded session, to be run again in the simulation: what will be different, what each request gets, and go. */
export function Replay({ session, view }: { readonly session: SessionModel; readonly view: ViewModel }) {
  const replay = replayOf(session);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  useEffect(() => {
    const again = session.scenario.value?.id === replayId && replay.scenario.value !== undefined;
    if (!again && session.log.value.length > 0) replay.begin(session.log.value);
  }, []);
  const scenario = replay.scenario.value;

  async function start(by: 'run' | 'step', chosen: ReplayScenario) {
    if (session.target !== 'simulated') {
      setProblem(openSimulated(chosen, session.target));
      return;
    }
    try {
      await session.chooseReplay(chosen);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      return;
    }
    view.open(undefined);
    view.select(undefined);
    if (by === 'run') void session.run();
    else void session.step();
  }

  async function open(file: File | undefined) {
    if (file === undefined) return;
    const read = parseReplay(await file.text());
    setProblem(read.ok ? undefined : `${file.name}: ${read.problem}`);
    if (read.ok) replay.load(read.replay);
  }

  return (
    <div class={css.replay} data-part="replay">
      {problem !== undefined && (
        <p class={css.problem} role="alert">
          <Icon name="cross" />
          {problem}
        </p>
      )}
      {scenario === undefined ? (
        <Placeholder>Run a session, or open a scenario file, to run it again.</Placeholder>
      ) : (
        <>
          <Told scenario={scenario} changed={replay.changes.value} />
          <ReplayReplies replay={replay} scenario={scenario} />
          {replay.fromLog.value && (
            <label class={css.timing}>
              <input
                type="checkbox"
                checked={replay.timing.value === 'recorded'}
                onChange={(event) =>
                  replay.setTiming(event.currentTarget.checked ? 'recorded' : 'compressed')
                }
              />
              Wait as long as the recorded session did
            </label>
          )}
        </>
      )}
      <div class={css.actions}>
        {scenario !== undefined && (
          <>
            <Button
              label="Run this again"
              icon="play"
              look="primary"
              onPress={() => void start('run', scenario)}
            />
            <Button label="Step through it" icon="step" onPress={() => void start('step', scenario)} />
            <Button
              label="Save as scenario file"
              icon="download"
              onPress={() => downloadScenario(scenario)}
            />
          </>
        )}
        <label class={css.file}>
          Open a scenario file
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => void open(event.currentTarget.files?.[0])}
          />
        </label>
      </div>
    </div>
  );
}

/** A live page has no simulation: the other page of this tab takes over. Says why where it cannot. */
function openSimulated(scenario: ReplayScenario, target: SessionModel['target']): string | undefined {
  try {
    sessionStorage.setItem(replayKey, JSON.stringify(scenario));
  } catch {
    return 'This browser refuses storage, so the simulated page cannot take the session over. Save it as a scenario file and open that there.';
  }
  location.assign(`${simulatedLink(target)}?scenario=${replayId}&run=all`);
  return undefined;
}

function Told({ scenario, changed }: { readonly scenario: ReplayScenario; readonly changed: number }) {
  const { title, story, faithful, foresight, expect } = scenario;
  return (
    <section aria-label="What will happen">
      <h3>{title}</h3>
      <p class={css.quiet}>{story}</p>
      <p>
        {changed > 0
          ? `${plural(changed, 'response')} changed: it may end in another way.`
          : faithful
            ? `It should end the same: ${expect.code ?? expect.outcome}.`
            : 'It cannot end quite the same:'}
      </p>
      {foresight.length > 0 && (
        <ul class={css.foresight} aria-label="What is different">
          {foresight.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
