import type { ReplayScenario } from '../../core/recording/replay/replayScenario.ts';

/** Saves the scenario as `*.scenario.json`, named after what it shows. */
export function downloadScenario(scenario: ReplayScenario): void {
  const text = `${JSON.stringify(scenario, undefined, 2)}\n`;
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = scenarioFileName(scenario);
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** `call-invalid_ephemeral_token-used.scenario.json` */
function scenarioFileName({ expect }: ReplayScenario): string {
  const { step, code, variant, outcome } = expect;
  const parts = code === undefined ? [outcome] : [step, code, variant];
  const name = parts.filter((part) => part !== undefined).join('-');
  return `${name.replace(/[^\w.-]+/g, '_').slice(0, 100)}.scenario.json`;
}
