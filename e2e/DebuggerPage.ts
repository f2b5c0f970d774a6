import type { Locator, Page } from '@playwright/test';
import type { Report } from '../src/core/session/report.ts';

/** The app as a visitor has it: nouns are locators, verbs are what a person does. */
export class DebuggerPage {
  readonly page: Page;
  readonly run: Locator;
  readonly step: Locator;
  readonly stop: Locator;
  readonly scenario: Locator;
  readonly steps: Locator;
  readonly verdict: Locator;
  readonly log: Locator;
  readonly filter: Locator;

  constructor(page: Page) {
    this.page = page;
    this.run = page.getByRole('button', { name: 'Run', exact: true });
    this.step = page.getByRole('button', { name: 'Step', exact: true });
    this.stop = page.getByRole('button', { name: 'Stop', exact: true });
    this.scenario = page.getByRole('combobox', { name: 'Scenario' });
    this.steps = page.getByRole('list', { name: 'Steps' });
    this.verdict = page.getByRole('region', { name: 'Verdict' });
    this.log = page.getByRole('grid', { name: 'Debug log' });
    this.filter = page.getByRole('searchbox', { name: 'Filter the log' });
  }

  /** `query` with its question mark. Resolves once the app's script has run. */
  async open(query = ''): Promise<void> {
    await this.page.goto(`./${query}`);
    await this.page.waitForFunction(() => window.sessionDebugger !== undefined);
  }

  /** Waits until a run has ended, waits or is connected. */
  async settled(): Promise<Report> {
    await this.page.waitForFunction(() =>
      ['connected', 'paused', 'failed', 'stopped'].includes(
        document.documentElement.dataset['outcome'] ?? '',
      ),
    );
    return this.report();
  }

  report(): Promise<Report> {
    return this.page.evaluate(() => window.sessionDebugger.report());
  }

  stepItem(step: string): Locator {
    return this.steps.locator(`[data-step="${step}"]`);
  }
}
