import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { lazyModule, lazyPart } from '../kit/lazyPart.tsx';

const CommandPalette = lazyPart(
  'The command palette',
  lazyModule(() => import('./CommandPalette.tsx')),
  (part) => part.CommandPalette,
);
const ShortcutSheet = lazyPart(
  'The list of keys',
  lazyModule(() => import('./ShortcutSheet.tsx')),
  (part) => part.ShortcutSheet,
);
const CatalogueCards = lazyPart(
  'The catalogue',
  lazyModule(() => import('../welcome/CatalogueCards.tsx')),
  (part) => part.CatalogueCards,
);

/** What opens above the page. The setup drawer is part of the page itself. */
export function Overlays({ session, view }: { readonly session: SessionModel; readonly view: ViewModel }) {
  const close = () => view.open(undefined);
  switch (view.overlay.value) {
    case 'palette':
      return (
        <Dialog title="Commands" onClose={close}>
          <CommandPalette session={session} view={view} />
        </Dialog>
      );
    case 'shortcuts':
      return (
        <Dialog title="Keyboard shortcuts" onClose={close}>
          <ShortcutSheet on={view.shortcuts.value} onToggle={view.setShortcuts} />
        </Dialog>
      );
    case 'catalogue':
      return (
        <Dialog title="Catalogue" wide onClose={close}>
          <CatalogueCards
            catalogue={session.catalogue.value}
            scenarios={session.scenarios.value}
            onReplay={
              session.target === 'simulated'
                ? (id) => {
                    close();
                    view.select(undefined);
                    session.selectScenario(id);
                    void session.run();
                  }
                : undefined
            }
          />
        </Dialog>
      );
    case 'setup':
    case undefined:
      return undefined;
  }
}
