/** A page that explains the product rather than a failure; `?docs=` takes its id. */
export interface Guide {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly parts: readonly GuidePart[];
}

export interface GuidePart {
  readonly title: string;
  readonly text: readonly string[];
  /** a list of what is named, and what it means */
  readonly points?: readonly (readonly [name: string, meaning: string])[];
  /** to be copied */
  readonly code?: string;
}

const verdict: Guide = {
  id: 'guide.verdict',
  title: 'How to read a verdict',
  summary: 'From the sentence on top to the line that proves it.',
  parts: [
    {
      title: 'From the top',
      text: [
        'The heading says in plain words what went wrong. The identifier beside it is the catalogue’s code and variant, with the status and path of the request that showed it; it leads to all that is known of that failure.',
      ],
      points: [
        [
          'Because',
          'The cause, then the entries of the log that prove it. Each one is a link: it selects the row, and the inspector shows what was on the wire.',
        ],
        ['Do this', 'The remedy. Where it can be done here, its button stands below.'],
        ['Who must act', 'Your backend, the Orga service, this browser, the far end or the network between.'],
        ['Your SDK shows', 'What your own code sees of the same failure, for each SDK and version.'],
        ['Ruled out', 'The failures that look alike, and the evidence against each.'],
        ['Harmless', 'What stands out in the log, and is no reason for anything.'],
      ],
    },
    {
      title: 'How certain it is',
      text: ['The word beside the actor says how far the evidence reaches.'],
      points: [
        ['Proved', 'A fact in the log leaves no other explanation.'],
        ['Likely', 'The log fits this best, and does not prove it.'],
      ],
    },
    {
      title: 'While it still waits',
      text: [
        'A run that hears nothing says what it waits for, for how long, and when the browser will report it. “If it lasts” is what the silence will be taken for; it is no verdict yet.',
      ],
    },
  ],
};

const ownApp: Guide = {
  id: 'guide.own-app',
  title: 'Test your own app against every error',
  summary: 'The scenarios of this page, over real HTTP and UDP, for your code.',
  parts: [
    {
      title: 'By hand',
      text: [
        'Start the simulator, then point your backend or SDK (baseUrl) at it, with any API key that begins with sk_orga_ai_; or your page at the session endpoint http://127.0.0.1:4010/api/orga-client-secrets.',
      ],
      code: 'npm run simulator -- --scenario call.invalid_ephemeral_token.used --port 4010',
    },
    {
      title: 'In Playwright',
      text: ['The fixture starts a simulator for each worker and leads Chromium to it.'],
      code: `import { expect, test } from 'webrtc-session-debugger/playwright';

test.use({ scenario: 'call.invalid_ephemeral_token.used' });

test('a used token is explained to the user', async ({ page, simulated }) => {
  await page.goto(\`http://localhost:3000/?session=\${encodeURIComponent(simulated.sessionEndpoint)}\`);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('alert')).toContainText('Start again');
});`,
    },
    {
      title: 'From a verdict',
      text: ['Each verdict has two buttons that begin such a test for you.'],
      points: [
        ['Copy as Playwright test', 'Opens this page with the same scenario and expects the same verdict.'],
        ['Copy as MSW handler', 'Answers one request of your app as it was answered here.'],
        [
          'Run this again, simulated',
          'Makes a scenario of any recorded session; saved to a file, the simulator plays it.',
        ],
      ],
    },
  ],
};

const privacy: Guide = {
  id: 'guide.privacy',
  title: 'What we store and send',
  summary: 'We receive nothing. What is kept, is kept in this browser.',
  parts: [
    {
      title: 'Sent',
      text: [
        'Nothing but the requests of a session, to the service that you named. There is no telemetry, no font and no script from elsewhere. A simulated page cannot connect anywhere: its own policy admits only reserved names, which its worker answers.',
      ],
    },
    {
      title: 'Kept in this browser',
      text: ['It goes with the site data of this page, which your browser can delete.'],
      points: [
        ['Recordings', 'The last 50 runs, and those that are pinned; each can be deleted in Recordings.'],
        ['Settings', 'What Setup says of a live session, without secrets; theme, keys and sizes.'],
        ['Which tokens were used', 'A digest of each, so that a second use is recognised after a reload.'],
      ],
    },
    {
      title: 'Never kept, logged, shown or put into a URL',
      text: [
        'API keys, ephemeral tokens, TURN credentials, ICE passwords and secret headers. They live in memory and go with the tab; the log has names instead (token#1) that stay the same, so that reuse can be seen.',
      ],
    },
    {
      title: 'What you pass on',
      text: [
        'Save or send names what a file holds before it is written. Addresses, hosts, e-mail and transcripts have pseudonyms there unless you keep them.',
      ],
    },
  ],
};

export const guides: readonly Guide[] = [verdict, ownApp, privacy];
