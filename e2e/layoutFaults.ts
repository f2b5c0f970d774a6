/** Runs in the page. What may scroll in a frame of its own (SC 1.4.10) and the timeline's marks are left out. */
export function tooWide(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('#app *')]
    .filter((element) => {
      if (element.closest('pre, [role="region"], [role="grid"], section[aria-label="Timeline"], [popover]'))
        return false;
      const { right, width } = element.getBoundingClientRect();
      return width > 1 && right > innerWidth + 1 && element.checkVisibility();
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 120));
}

/** Runs in the page. A target in a sentence may be as small as its line (SC 2.5.8). */
export function tooSmall(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>('#app :is(button, a, input, select, textarea, summary)')]
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const sentence =
        element.parentElement?.textContent !== element.textContent &&
        element.closest('p, dt, dd, li') !== null;
      if (sentence || width <= 1 || !element.checkVisibility({ opacityProperty: true })) return false;
      // Rows are 22 px high: what copies one is in the inspector too, as large as any.
      return (
        element.closest('section[aria-label="Timeline"], [role="grid"]') === null &&
        (width < 23.5 || height < 23.5)
      );
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 120));
}
