import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { lazyModule, lazyPart } from '../kit/lazyPart.tsx';
import { Doors } from './Doors.tsx';
import css from './Welcome.module.css';

const CatalogueCards = lazyPart(
  'The catalogue',
  lazyModule(() => import('./CatalogueCards.tsx')),
  (part) => part.CatalogueCards,
);

/** The first visit: two doors, and the catalogue as cards. */
export function Welcome({ session, view }: { readonly session: SessionModel; readonly view: ViewModel }) {
  const simulated = session.target === 'simulated';
  return (
    <div class={css.welcome} data-panel="welcome">
      <Doors target={session.target} />
      <CatalogueCards
        catalogue={session.catalogue.value}
        scenarios={session.scenarios.value}
        onReplay={
          simulated
            ? (id) => {
                session.selectScenario(id);
                void session.run();
              }
            : undefined
        }
        onDocs={view.showDocs}
        onExplain={() => {
          view.open('recordings');
          session.recordings.value?.explaining.ask();
        }}
      />
    </div>
  );
}
