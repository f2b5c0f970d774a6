import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { Placeholder } from './Placeholder.tsx';

/** A module that is fetched when it is first needed, and is at hand from then on. */
export interface LazyModule<Module> {
  readonly load: () => Promise<Module>;
  readonly loaded: () => Module | undefined;
}

export function lazyModule<Module>(importIt: () => Promise<Module>): LazyModule<Module> {
  let module: Module | undefined;
  let loading: Promise<Module> | undefined;
  return {
    loaded: () => module,
    load: () => {
      loading ??= importIt().then(
        (it) => {
          module = it;
          return it;
        },
        (error: unknown) => {
          // Offline for a moment is no reason never to ask again.
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
  };
}

/**
 * A part that comes when it is first shown. Where it no longer loads (a newer version was deployed
 * under the open page), it says so and offers what helps.
 */
export function lazyPart<Module, Props extends object>(
  name: string,
  module: LazyModule<Module>,
  pick: (module: Module) => ComponentType<Props>,
) {
  return function LazyPart(props: Props) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(() =>
      module.loaded() === undefined ? 'loading' : 'ready',
    );

    useEffect(() => {
      if (state === 'ready') return;
      let gone = false;
      const settle = (result: 'ready' | 'failed') => () => {
        if (!gone) setState(result);
      };
      module.load().then(settle('ready'), settle('failed'));
      return () => {
        gone = true;
      };
    }, []);

    if (state === 'failed') {
      return (
        <Placeholder>
          {name} did not load. Perhaps a newer version was published while this page was open.{' '}
          <Button label="Reload the page" icon="clear" onPress={() => location.reload()} />
        </Placeholder>
      );
    }
    const loaded = module.loaded();
    if (loaded === undefined) return <Placeholder>{name}: loading…</Placeholder>;
    const Part = pick(loaded);
    return <Part {...props} />;
  };
}
