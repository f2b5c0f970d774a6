import type { Locator, Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { tooSmall, tooWide } from './layoutFaults.ts';

const refused = '?scenario=call.invalid_ephemeral_token.used&run=all';

async function command(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Where the focus is, for the message of a failure. */
async function expectFocus(target: Locator, after: string): Promise<void> {
  await expect(target, `focus after ${after}`).toBeFocused();
}

test('every overlay is free of axe’s findings in both themes, and gives the focus back', async ({
  app,
  page,
}) => {
  test.setTimeout(90_000);
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  await page.evaluate(() => window.sessionDebugger.run({ scenario: 'call.OrgaAIServerError.503' }));
  await app.settled();
  const overlays = {
    'Run this again, simulated': () => command(page, 'run this again'),
    'Compare two sessions': () => command(page, 'compare with'),
    Recordings: () => command(page, 'open a recording'),
    'Save or send': () => command(page, 'save or send'),
    'Keyboard shortcuts': () => page.keyboard.press('?'),
    Commands: () => page.keyboard.press('Control+k'),
    Catalogue: () => command(page, 'read: how to read'),
  };
  for (const [name, open] of Object.entries(overlays)) {
    await app.run.focus();
    await open();
    const dialog = page.getByRole('dialog', { name, exact: true });
    await expect(dialog).toBeVisible();
    await expect(dialog.getByText(/loading…/i)).toHaveCount(0);
    // What the catalogue shows is looked at with the panels.
    for (const colorScheme of name === 'Catalogue' ? [] : (['light', 'dark'] as const)) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page, 'dialog'), `${name}, ${colorScheme}`).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expectFocus(app.run, name);
  }

  const setup = app.page.getByRole('button', { name: 'Setup', exact: true });
  await setup.focus();
  await page.keyboard.press('Enter');
  await expectFocus(page.getByRole('complementary', { name: 'Setup' }).getByRole('heading'), 'opening Setup');
  await page.keyboard.press('Escape');
  await expectFocus(setup, 'closing Setup');
});

test('a term explains itself by keyboard, and Esc closes that before it stops anything', async ({
  app,
  page,
}) => {
  await app.open('?scenario=healthy&run=all');
  await app.settled();
  const term = page.getByRole('tabpanel').getByRole('button', { name: 'DTLS', exact: true });
  await term.focus();
  await page.keyboard.press('Enter');
  const source = page.getByRole('link', { name: 'RFC 8827, section 6.5' });
  await expect(source).toHaveAttribute('href', 'https://www.rfc-editor.org/rfc/rfc8827#section-6.5');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page, '[popover]:popover-open'), colorScheme).toEqual([]);
  }
  await page.keyboard.press('Tab');
  await expect(source).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(source).toHaveCount(0);
  await expectFocus(term, 'a term');
  await expect(page.locator('html')).toHaveAttribute('data-outcome', 'connected');
});

test('a single key is changed, a taken one is named, and the change is remembered', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByRole('button', { name: /change the key of: Run all steps/ }).press('Enter');
  await page.keyboard.press('k');
  await expect(sheet.getByRole('status')).toContainText('k is taken: Row before');
  await page.keyboard.press('g');
  await expect(sheet.getByRole('button', { name: 'g, change the key of: Run all steps' })).toBeFocused();
  await page.reload();
  await page.waitForFunction(() => window.sessionDebugger !== undefined);
  await expect(app.run).toHaveAttribute('aria-keyshortcuts', 'g');
  await page.keyboard.press('r');
  await expect(page.locator('html')).toHaveAttribute('data-run', '0');
  await page.keyboard.press('g');
  await expect(page.locator('html')).toHaveAttribute('data-run', '1');
});

test('at 200 % and at 320 px nothing but code and tables leaves the width, and every target is 24 px', async ({
  app,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await page.setViewportSize({ width: 320, height: 640 });
  await app.open(refused);
  await app.settled();
  // A window of 1440 by 900 at 200 % is half as wide and high.
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 720, height: 450 },
  ]) {
    await page.setViewportSize(viewport);
    for (const pane of ['Steps', 'Verdict', 'Inspector', 'Log']) {
      const name = `${pane} at ${viewport.width}`;
      await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: pane }).click();
      await expect(page.getByText(/loading…/i)).toHaveCount(0);
      expect(await page.evaluate(tooWide), `${name}: wider than the page`).toEqual([]);
      expect(await page.evaluate(tooSmall), `${name}: smaller than 24 px`).toEqual([]);
      const panel = page.locator(`#${pane.toLowerCase()}`);
      const height = await panel.evaluate((element) => element.getBoundingClientRect().height);
      expect(height, `${name}: as high as some rows`).toBeGreaterThan(120);
    }
  }
  // Who asked for less motion has none; where the system forces its colours, what is pressed still shows.
  expect(await page.evaluate(moving)).toEqual([]);
  await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: 'Inspector' }).click();
  const lines = await page
    .getByRole('tab')
    .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab, '::after').backgroundColor));
  expect(new Set(lines).size, 'the chosen tab is told apart').toBe(2);
});

/** Runs in the page: what has a transition or an animation of any length. */
function moving(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('#app *')]
    .filter((element) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
      const lasts = (times: string) => times.split(',').some((time) => Number.parseFloat(time) > 0);
      return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration));
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 120));
}

test('what a screen reader is told: first visit, failed, connected', async ({ app, page }) => {
  await app.open();
  await expect(app.steps).toMatchAriaSnapshot(`
    - list "Steps":
      - listitem:
        - button "1 Token Waiting"
        - button /Run to here. Token/
      - listitem:
        - button "2 ICE config Waiting"
      - listitem:
        - button "3 SDP offer Waiting"
      - listitem:
        - button "4 Call Waiting"
      - listitem:
        - button "5 Connection Waiting"
  `);
  await expect(app.verdict).toMatchAriaSnapshot(`
    - region "Verdict":
      - heading "Nothing has run yet" [level=2]
      - paragraph:
        - text: Run plays
        - strong: Everything works
  `);

  await app.open(refused);
  await app.settled();
  await expect(page.getByRole('status').first()).toHaveText('Failed at Call: The token was already used');
  await expect(app.verdict).toMatchAriaSnapshot(`
    - region "Verdict":
      - heading "The token was already used" [level=2]
      - button /invalid_ephemeral_token · used · 401/
      - heading "Because" [level=3]
      - paragraph: /A token opens one session/
      - list:
        - listitem:
          - button /token#1 opened a session here/
      - heading "Do this" [level=3]
      - paragraph: /Fetch a new token for every session/
      - button "Get a new token and retry"
      - button "Copy link"
  `);

  await app.open('?scenario=healthy&run=all');
  await app.settled();
  await expect(app.verdict).toMatchAriaSnapshot(`
    - region "Verdict":
      - heading /Connected after/ [level=2]
      - heading "Because" [level=3]
      - list:
        - listitem:
          - button "the data channel is open and the far end sent session.created"
  `);
  await command(page, 'open a recording');
  await expect(page.getByRole('dialog', { name: 'Recordings' })).toMatchAriaSnapshot(`
    - dialog "Recordings":
      - heading "Recordings" [level=2]
      - button "Close"
      - button "Open a file…"
      - heading "Kept in this browser" [level=3]
      - searchbox "Search the recordings"
  `);
});
