/** `j` and `k` go to the next and the previous marked row of what they are pressed in. */
export function useDifferenceKeys(on: boolean) {
  return {
    onKeyDown(event: KeyboardEvent & { readonly currentTarget: HTMLElement }) {
      if (!on || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== 'j' && event.key !== 'k') return;
      const marked = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-differs="true"]')].filter(
        (row) => row.offsetParent !== null,
      );
      const at = marked.findIndex((row) => row === document.activeElement);
      const next = event.key === 'j' ? at + 1 : at === -1 ? marked.length - 1 : at - 1;
      marked[Math.max(0, Math.min(marked.length - 1, next))]?.focus();
      event.preventDefault();
    },
  };
}
