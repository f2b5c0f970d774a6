import { useLayoutEffect, useRef } from 'preact/hooks';

/** Setup was asked for: the focus goes to its heading, and on closing back to the button that opens it. */
export function useFocusVisit() {
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const drawer = ref.current;
    drawer?.querySelector('h2')?.focus();
    return () => {
      // Who has gone on to something else is left there.
      const { activeElement } = document;
      if (activeElement !== document.body && !drawer?.contains(activeElement)) return;
      // On a narrow screen the button is shown again only once the drawer is gone.
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('[data-panel="steps"] [aria-expanded]')?.focus(),
      );
    };
  }, []);
  return ref;
}
