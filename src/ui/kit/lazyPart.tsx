import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import { Placeholder } from './Placeholder.tsx';

/**
 * A part that comes when it is first shown. Where it no longer loads (a newer version was deployed
 * under the open page), it says so and offers what helps.
 */
export function lazyPart<Props extends object>(name: string, load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined;

  return function LazyPart(props: Props) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(loaded ? 'ready' : 'loading');

    useEffect(() => {
      if (loaded) return;
      let gone = false;
      load().then(
        (part) => {
          loaded = part;
          if (!gone) setState('ready');
        },
        () => {
          if (!gone) setState('failed');
        },
      );
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
    const Part = loaded;
    return Part === undefined ? <Placeholder>{name}: loading…</Placeholder> : <Part {...props} />;
  };
}
