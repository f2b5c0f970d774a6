/** The look of the report: the app's own tokens, one file, no fonts, no pictures. Its hash stands beside it. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --bg: light-dark(#f6f6f4, #121417);
  --surface: light-dark(#ffffff, #1a1d21);
  --sunken: light-dark(#f6f6f4, #15171a);
  --hover: light-dark(#f0f1f3, #23272d);
  --line: light-dark(#e3e4e1, #2b3036);
  --line-strong: light-dark(#8b9098, #6b737d);
  --text: light-dark(#1b1e22, #e4e7ea);
  --quiet: light-dark(#565c65, #a2aab4);
  --accent: light-dark(#2a55c9, #92b2ff);
  --accent-soft: light-dark(#e9effd, #222c43);
  --ok: light-dark(#17703a, #6bcb90);
  --warn: light-dark(#825300, #e3b556);
  --warn-soft: light-dark(#fcf2dc, #332a17);
  --error: light-dark(#b0261d, #ff968c);
  --error-soft: light-dark(#fdeceb, #3a2120);
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { background: var(--bg); color: var(--text); scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem 1rem 4rem; font: 0.875rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
h1, h2, h3, h4, p, ul, ol, dl, dd, pre { margin: 0; padding: 0; }
h1 { font-size: 1.25rem; line-height: 1.3; font-weight: 600; overflow-wrap: anywhere; }
h2 { font-size: 0.875rem; font-weight: 600; margin: 1.75rem 0 0.5rem; }
h3 { font-size: 0.75rem; font-weight: 600; color: var(--quiet); }
code, pre, time, .mono { font-family: var(--mono); font-size: 0.75rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
svg { width: 1rem; height: 1rem; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
ul { list-style: none; }
.quiet { color: var(--quiet); }
.top { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; justify-content: space-between; color: var(--quiet); font-size: 0.75rem; margin-bottom: 0.75rem; }
.top nav { display: flex; flex-wrap: wrap; gap: 0.75rem; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 4px; }
.verdict { padding: 1rem 1.25rem; border-left: 3px solid var(--line-strong); }
.verdict[data-tone="error"] { border-left-color: var(--error); }
.verdict[data-tone="ok"] { border-left-color: var(--ok); }
.title { display: flex; gap: 0.625rem; align-items: flex-start; }
.title svg { width: 1.25rem; height: 1.25rem; margin-top: 0.2rem; }
[data-tone="error"] .title svg { color: var(--error); }
[data-tone="ok"] .title svg { color: var(--ok); }
.about { margin: 0.25rem 0 0 1.875rem; color: var(--quiet); }
.rows { margin-top: 1rem; display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0.875rem 1rem; }
.rows > dt, .facts > dt { color: var(--quiet); }
.rows ul { list-style: disc; padding-left: 1.1rem; }
.rows p + p, .rows p + ul { margin-top: 0.375rem; }
.rows dd { overflow-wrap: anywhere; }
.careful { background: var(--warn-soft); border-radius: 4px; padding: 0.375rem 0.625rem; }
.steps { list-style: none; display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
.steps li { display: flex; gap: 0.5rem; padding: 0.625rem 0.875rem; border-left: 1px solid var(--line); }
.steps li:first-child { border-left: 0; }
.steps svg { margin-top: 0.15rem; color: var(--quiet); }
.steps [data-state="done"] svg { color: var(--ok); }
.steps [data-state="failed"] svg, .steps [data-state="failed"] strong { color: var(--error); }
.steps small { display: block; color: var(--quiet); font-size: 0.75rem; }
.facts { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0.25rem 1rem; padding: 0.75rem 1.25rem; }
.facts dd { overflow-wrap: anywhere; }
.fold > summary { padding: 0.5rem 0.875rem; cursor: pointer; overflow-wrap: anywhere; }
.fold > summary:hover, .log summary:hover { background: var(--hover); }
.fold + .fold { border-top: 1px solid var(--line); }
.pair { display: grid; grid-template-columns: 1fr 1fr; border-top: 1px solid var(--line); }
.pair > div { padding: 0.625rem 0.875rem; min-width: 0; }
.pair > div + div { border-left: 1px solid var(--line); }
.pair pre { margin-top: 0.375rem; }
.tag { font-size: 0.75rem; font-weight: 600; white-space: nowrap; }
.tag[data-tone="error"] { color: var(--error); }
.tag[data-tone="warn"], .tag[data-tone="warning"] { color: var(--warn); }
.tag[data-tone="ok"] { color: var(--ok); }
.tag[data-tone="info"] { color: var(--accent); }
.findings li { padding: 0.375rem 0.875rem; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; padding: 0.5rem 0.875rem; color: var(--quiet); font-size: 0.75rem; font-weight: 600; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.875rem; font-size: 0.75rem; overflow-wrap: anywhere; border-top: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 600; }
.sdp { table-layout: fixed; }
.sdp td { padding: 0.0625rem 0.5rem; border-top: 0; width: 50%; }
.sdp td + td { border-left: 1px solid var(--line); }
.sdp td { padding-left: 3.25rem; text-indent: -2.75rem; }
.sdp td > * { text-indent: 0; }
.sdp .number { display: inline-block; width: 2.25rem; margin-right: 0.5rem; text-align: right; color: var(--quiet); }
.sdp [data-tone="error"] { background: var(--error-soft); }
.sdp [data-tone="warning"] { background: var(--warn-soft); }
.sdp [data-tone="info"] { background: var(--accent-soft); }
.remark { font-size: 0.75rem; padding: 0.125rem 0 0.375rem; }
.filter { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; margin-bottom: 0.5rem; }
.filter label { display: flex; gap: 0.5rem; align-items: center; color: var(--quiet); }
input, select { font: inherit; color: var(--text); background: var(--surface); border: 1px solid var(--line-strong); border-radius: 4px; padding: 0.1875rem 0.5rem; min-width: 0; }
.log { list-style: none; margin: 0; padding: 0; }
.log[data-full] { content-visibility: auto; contain-intrinsic-size: auto 160rem; }
.log li { border-left: 3px solid transparent; }
.log li[data-proof] { border-left-color: var(--accent); }
.log li:target { background: var(--accent-soft); }
.log summary { display: grid; grid-template-columns: 4.5rem 3.25rem 5.5rem minmax(0, 1fr); gap: 0 0.625rem; padding: 0.125rem 0.75rem; cursor: pointer; list-style: none; align-items: baseline; }
.log summary::-webkit-details-marker { display: none; }
.log time { text-align: right; color: var(--quiet); }
.log .tag:is([data-tone="info"], [data-tone="quiet"]) { color: var(--quiet); font-weight: 400; }
.log .step { color: var(--quiet); font-size: 0.75rem; }
.log .line { overflow-wrap: anywhere; }
.log li[data-level="0"] .line { color: var(--quiet); }
.log pre { margin: 0.25rem 0.75rem 0.5rem 5.875rem; padding: 0.5rem 0.75rem; background: var(--sunken); border-radius: 4px; }
.gap { padding: 0.5rem 0.75rem; color: var(--quiet); text-align: center; }
.foot { margin-top: 2rem; color: var(--quiet); font-size: 0.75rem; }
.printed { display: none; }
@media (max-width: 44rem) {
  .rows, .facts { grid-template-columns: minmax(0, 1fr); gap: 0.125rem; }
  .rows > dd { margin-bottom: 0.75rem; }
  .facts > dd { margin-bottom: 0.375rem; }
  .pair { grid-template-columns: minmax(0, 1fr); }
  .pair > div + div { border-left: 0; border-top: 1px solid var(--line); }
  .log summary { grid-template-columns: 4rem 3rem minmax(0, 1fr); }
  .log .step { display: none; }
  .log pre { margin-left: 0.75rem; }
}
@media print {
  :root { color-scheme: light; }
  html { background: none; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  .top nav, .filter { display: none; }
  .printed { display: block; }
  .card, li, tr { break-inside: avoid; }
  .card.long { break-inside: auto; }
  .log[data-full] { content-visibility: visible; }
  .log li:not([data-proof], [data-level="2"], [data-level="3"]) { display: none; }
}
`;
