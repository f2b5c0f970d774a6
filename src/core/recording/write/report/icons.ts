import { type Html, html } from './html.ts';

/** Drawn on a 16 px grid, as in the app. */
const paths = {
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  ring: 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3z',
  running: 'M8 3a5 5 0 1 1-5 5',
  skip: 'M3 8h10M10 5l3 3-3 3',
  info: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11zM8 7.3v3.7M8 5v.2',
} as const;

export type ReportIcon = keyof typeof paths;

export function icon(name: ReportIcon): Html {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${paths[name]}"/></svg>`;
}
