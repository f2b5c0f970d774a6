import { expect, type Page } from '@playwright/test';
import type { DebuggerPage } from '../DebuggerPage.ts';

/** What is looked at: how to get there, and which panes a phone has to show of it. */
export interface GalleryState {
  readonly name: string;
  /** with its question mark */
  readonly query: string;
  /** `data-outcome` once it is there */
  readonly outcome: string;
  readonly reach?: (app: DebuggerPage, page: Page) => Promise<void>;
  /** also as it looks where the system forces its own few colours */
  readonly forced?: boolean;
  /** on a phone: the panes to show; the one that is in view where none is named */
  readonly panes?: readonly string[];
}

const connected = { query: '?scenario=healthy&run=all', outcome: 'connected' } as const;
const refused = { query: '?scenario=call.invalid_ephemeral_token.used&run=all', outcome: 'failed' } as const;
const idle = { query: '', outcome: 'idle' } as const;
const everyPane = ['Steps', 'Verdict', 'Inspector', 'Log'] as const;

const press = (key: string) => (_app: DebuggerPage, page: Page) => page.keyboard.press(key);

/** On a phone the inspector is behind its pane. */
function tab(name: string): GalleryState {
  const reach: GalleryState['reach'] = async (_app, page) => {
    await page.getByRole('tab', { name, exact: true }).click();
    // What is drawn of two seconds says more than what is drawn of one sample.
    if (name === 'Stats') await page.waitForFunction(() => performance.now() > 4000);
  };
  return { name: `connected-${name.toLowerCase()}`, ...connected, reach, panes: ['Inspector'] };
}

async function command(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command' }).fill(text);
  await page.keyboard.press('Enter');
}

/** Every panel in every state. */
export const states: readonly GalleryState[] = [
  { name: 'first-visit', ...idle, panes: everyPane },
  { name: 'first-visit-live', query: '?target=live', outcome: 'idle', panes: ['Steps', 'Verdict'] },
  { name: 'link-refused', query: '?scenario=nothing&token=abc&limit.call=x', outcome: 'idle' },
  {
    name: 'waiting-for-the-call',
    query: '?scenario=call.timeout_error.no-response&run=all&realtime=1',
    outcome: 'running',
    panes: everyPane,
  },
  {
    name: 'waiting-for-the-path',
    query: '?scenario=connection.ice.unreachable.no-answer&run=all&realtime=1',
    outcome: 'running',
    reach: (app) => app.page.locator('#verdict[data-foresees]').waitFor(),
    panes: ['Verdict', 'Inspector'],
  },
  { name: 'paused', query: '?scenario=healthy&run=ice-config', outcome: 'paused', panes: everyPane },
  {
    name: 'paused-request',
    query: '?scenario=healthy&run=offer',
    outcome: 'paused',
    reach: async (app, page) => {
      await app.verdict.getByRole('button', { name: 'See and edit the request' }).click();
      const body = page.getByRole('textbox', { name: 'Body' });
      await body.fill((await body.inputValue()).replace('"temperature": 0.5', '"temperature": 2'));
      await page.getByRole('tabpanel').evaluate((panel) => panel.scrollTo(0, 0));
    },
    panes: ['Verdict', 'Inspector'],
  },
  { name: 'stopped', query: '?scenario=healthy&run=token', outcome: 'paused', reach: press('Escape') },
  { name: 'failed', ...refused, panes: everyPane, forced: true },
  {
    name: 'failed-response',
    ...refused,
    reach: (_app, page) => page.getByRole('tab', { name: 'Response' }).click(),
    panes: ['Inspector'],
  },
  {
    name: 'failed-at-the-connection',
    query: '?scenario=connection.turn.port-disallowed.silent&run=all',
    outcome: 'failed',
    panes: ['Verdict', 'Inspector'],
  },
  {
    name: 'failed-sdp',
    query: '?scenario=connection.sdp.setup.actpass&run=all',
    outcome: 'failed',
    reach: (_app, page) => page.getByRole('tab', { name: 'SDP' }).click(),
    panes: ['Verdict', 'Inspector'],
  },
  { name: 'connected', ...connected, panes: everyPane, forced: true },
  ...['Request', 'Response', 'SDP', 'ICE', 'Stats', 'Channel', 'Media'].map(tab),
  {
    name: 'log-finds-nothing',
    ...connected,
    reach: (app) => app.filter.fill('no such text'),
    panes: ['Log'],
  },
  { name: 'scenario-list', ...idle, reach: (app) => app.scenario.click() },
  {
    name: 'setup',
    ...idle,
    reach: (_app, page) => command(page, 'open setup'),
  },
  {
    name: 'setup-live',
    query: '?target=live&route=backend&sessionEndpoint=nonsense',
    outcome: 'idle',
    reach: (_app, page) => command(page, 'open setup'),
  },
  { name: 'palette', ...idle, reach: press('Control+k') },
  { name: 'shortcuts', ...idle, reach: press('?'), forced: true },
  {
    name: 'shortcut-asked',
    ...idle,
    reach: async (_app, page) => {
      await page.keyboard.press('?');
      await page.getByRole('button', { name: /Run all steps/ }).click();
      await page.keyboard.press('j');
    },
  },
  {
    name: 'explained',
    query: '?scenario=connection.ice.unreachable.no-answer&run=all&realtime=1',
    outcome: 'running',
    reach: async (app, page) => {
      await app.verdict.getByRole('button', { name: 'TURN', exact: true }).click();
      await expect(page.getByText('RFC 8656').first()).toBeVisible();
    },
  },
  { name: 'docs', query: '?docs=ice.unreachable', outcome: 'idle' },
  { name: 'guide-verdict', query: '?docs=guide.verdict', outcome: 'idle' },
  { name: 'guide-own-app', query: '?docs=guide.own-app', outcome: 'idle' },
  { name: 'docs-unknown', query: '?docs=no.such.code', outcome: 'idle' },
  { name: 'recordings-empty', ...idle, reach: (_app, page) => command(page, 'open a recording') },
  {
    name: 'recordings',
    ...refused,
    reach: async (app, page) => {
      await page.evaluate(() => window.sessionDebugger.run({ scenario: 'healthy' }));
      await app.settled();
      await command(page, 'open a recording');
      await page.getByRole('dialog').getByRole('row').nth(2).waitFor();
    },
  },
  {
    name: 'recording-refused',
    ...idle,
    reach: async (_app, page) => {
      await command(page, 'open a recording');
      await page
        .getByLabel('File to open')
        .setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'recording-opened',
    ...refused,
    reach: async (_app, page) => {
      await page.evaluate(() => window.sessionDebugger.run({ scenario: 'healthy' }));
      await command(page, 'open a recording');
      await page.getByRole('dialog').locator('[data-open]').first().click();
      await page.getByRole('region', { name: 'Recording' }).waitFor();
    },
    panes: ['Verdict'],
  },
  {
    name: 'send',
    ...refused,
    reach: (_app, page) => command(page, 'save or send'),
  },
  {
    name: 'replay',
    ...refused,
    reach: (app) => app.verdict.getByRole('button', { name: 'Run this again, simulated' }).click(),
  },
  {
    name: 'compare',
    ...connected,
    reach: async (_app, page) => {
      await page.evaluate(() => window.sessionDebugger.run({ scenario: 'call.OrgaAIServerError.503' }));
      await command(page, 'compare');
      await page.getByRole('status', { name: 'First difference' }).waitFor();
    },
  },
];
