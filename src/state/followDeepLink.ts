import type { Notice, ViewModel } from './contracts.ts';
import type { DeepLink } from './deepLink.ts';
import type { SessionModelWithScripts } from './SessionModel.ts';

/** Does what the page's URL asks for; what it asks for in vain becomes a notice and changes nothing else. */
export async function followDeepLink(
  link: DeepLink,
  session: SessionModelWithScripts,
  view: ViewModel,
  fragment: string,
): Promise<void> {
  const warn = (id: string, text: string, level: Notice['level'] = 'warn') =>
    session.notify({ id, level, text });
  link.problems.forEach((problem, index) => warn(`link-${index}`, problem));
  session.applyChanges(link);
  session.setRealtime(link.realtime);
  if (link.select !== undefined) view.select(link.select);
  if (link.docs !== undefined) view.showDocs(link.docs);
  const shared = fragment.startsWith('#recording=');
  // What goes wrong with it is said where recordings are opened.
  if (shared)
    await session.loadRecordings().then(
      (recordings) => recordings.openFragment(fragment),
      () => false,
    );
  if (shared && link.run !== undefined) warn('link-run', 'This link carries a recording: nothing was run.');
  if (session.target !== 'simulated') {
    if (link.run !== undefined) warn('link-run', 'Only a simulated session runs by itself.');
    if (link.scenario !== undefined) warn('link-scenario', 'A scenario needs the simulated target.');
    return;
  }
  let known: boolean;
  try {
    const { scenarios } = await session.loaded();
    known = link.scenario === undefined || scenarios.some(({ id }) => id === link.scenario);
  } catch (error) {
    warn('simulation', error instanceof Error ? error.message : String(error), 'error');
    return;
  }
  if (!known) {
    warn(
      'link-scenario',
      `There is no scenario “${link.scenario}”. The scenario “healthy” stays selected; the Scenario list has them all.`,
    );
    return;
  }
  if (link.scenario !== undefined) session.selectScenario(link.scenario);
  if (link.run === undefined || shared) return;
  await session.run(link.run === 'all' ? {} : { until: link.run });
}
