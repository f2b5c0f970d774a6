import { embeddedRecordingId } from '../embeddedRecording.ts';
import type { Recording } from '../recording.ts';
import { judgeRecording } from './judgeRecording.ts';
import { type Html, html, nothing, scriptJson } from './report/html.ts';
import { iceSection } from './report/iceSection.ts';
import { logSection, rowNumbers } from './report/logSection.ts';
import { policy } from './report/policy.ts';
import { reportScript } from './report/script.ts';
import { sdpSection } from './report/sdpSection.ts';
import { environmentSection, requestsSection, stepsSection } from './report/sessionSections.ts';
import { reportStyle } from './report/style.ts';
import { verdictSection } from './report/verdictSection.ts';
import { shortened } from './visibleText.ts';

/**
 * The recording as one page that needs nothing else: opened from a mail it asks the network for nothing and runs no
 * script but its own, which it can do without.
 */
export function toHtml(recording: Recording): string {
  const judged = judgeRecording(recording);
  const rows = rowNumbers(judged);
  const link = (entry: string, text: string): Html => {
    const number = rows.get(entry);
    return number === undefined ? html`${text}` : html`<a href="#row-${number}">${text}</a>`;
  };
  const sections = [
    stepsSection(judged),
    requestsSection(judged),
    sdpSection(judged),
    iceSection(judged),
    logSection(judged, rows),
    environmentSection(judged),
  ];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${shortened(judged.title, 200)} – WebRTC session report</title>
<style>${{ markup: reportStyle }}</style>
</head>
<body>
<header class="top"><span>WebRTC session report${recording.name === undefined ? nothing : html` · ${recording.name}`}</span>${contents(sections)}</header>
${verdictSection(judged, link)}
${sections}
</main>
<footer class="foot">Written by webrtc-session-debugger ${recording.product}. Secrets are replaced by pseudonyms: the same name is the same secret. This file holds the recording too; the debugger opens it.</footer>
<script type="application/json" id="${embeddedRecordingId}">${scriptJson(recording)}</script>
<script>${{ markup: reportScript }}</script>
</body>
</html>
`.markup;
}

const titles = {
  steps: 'Steps',
  requests: 'Requests',
  sdp: 'SDP',
  ice: 'ICE',
  log: 'Log',
  environment: 'Environment',
};

function contents(sections: readonly Html[]): Html {
  const links = Object.entries(titles).flatMap(([id, title]) =>
    sections.some(({ markup }) => markup.startsWith(`<section id="${id}"`))
      ? [html`<a href="#${id}">${title}</a>`]
      : [],
  );
  return html`<nav aria-label="Contents">${links}</nav>`;
}
