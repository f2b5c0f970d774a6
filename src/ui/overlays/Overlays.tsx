import type { SessionModel, ViewModel } from '../../state/contracts.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { lazyModule, lazyPart } from '../kit/lazyPart.tsx';
import { Placeholder } from '../kit/Placeholder.tsx';
import { Recordings, Send } from '../lazyRecordingParts.ts';

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
const Docs = lazyPart(
  'The documentation',
  lazyModule(() => import('../docs/Docs.tsx')),
  (part) => part.Docs,
);

const Compare = lazyPart(
  'The comparison',
  lazyModule(() => import('../compare/Compare.tsx')),
  (part) => part.Compare,
);
const Replay = lazyPart(
  'Replay',
  lazyModule(() => import('../replay/Replay.tsx')),
  (part) => part.Replay,
);

/** What opens above the page. The setup drawer is part of the page itself. */
export function Overlays({ session, view }: { readonly session: SessionModel; readonly view: ViewModel }) {
  const recordings = session.recordings.value;
  const waiting = <Placeholder>Loading…</Placeholder>;
  const close = () => view.open(undefined);
  switch (view.overlay.value) {
    case 'palette':
      return (
        <Dialog key="palette" title="Commands" onClose={close}>
          <CommandPalette session={session} view={view} />
        </Dialog>
      );
    case 'shortcuts':
      return (
        <Dialog key="shortcuts" title="Keyboard shortcuts" onClose={close}>
          <ShortcutSheet view={view} />
        </Dialog>
      );
    case 'docs':
      return (
        <Dialog key="docs" title="Catalogue" wide onClose={close}>
          <Docs session={session} view={view} />
        </Dialog>
      );
    case 'recordings':
      return (
        <Dialog key="recordings" title="Recordings" wide onClose={close}>
          {recordings === undefined ? waiting : <Recordings recordings={recordings} />}
        </Dialog>
      );
    case 'compare':
      return (
        <Dialog key="compare" title="Compare two sessions" wide onClose={close}>
          <Compare session={session} view={view} />
        </Dialog>
      );
    case 'replay':
      return (
        <Dialog key="replay" title="Run this again, simulated" wide onClose={close}>
          <Replay session={session} view={view} />
        </Dialog>
      );
    case 'send':
      return (
        <Dialog title="Save or send" wide onClose={close}>
          {recordings === undefined ? waiting : <Send recordings={recordings} />}
        </Dialog>
      );
    case 'setup':
    case undefined:
      return undefined;
  }
}
