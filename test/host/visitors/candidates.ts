/** What natively is of a role. Engines name elements one at a time, so few are asked about. */
const selectors: Record<string, string> = {
  button: 'button, summary',
  link: 'a[href]',
  heading: 'h1, h2, h3, h4',
  textbox: 'input, textarea',
  searchbox: 'input[type=search]',
  checkbox: 'input[type=checkbox]',
  combobox: 'select, input[role=combobox]',
  Date: 'input[type=date]',
  dialog: 'dialog:not([role=alertdialog])',
  alertdialog: 'dialog[role=alertdialog]',
  region: 'section',
};

/**
 * An expression of the page: what it shows of a role, however deep in shadow roots, and may be called so:
 * it has the words of the name. Whether that is its name is the engine's to say.
 */
export function candidatesFor(role: string, name: string): string {
  const selector = selectors[role];
  if (!selector) throw new RangeError(`no selector is known for ${role}`);
  return `(() => {
    const words = ${JSON.stringify(name.split(' '))};
    const mayBeCalledSo = (element) => {
      const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const labels = [...ids.map((id) => element.getRootNode().getElementById(id)), ...(element.labels ?? [])];
      const texts = [element, ...labels].map((each) => each?.textContent);
      const text = [...texts, element.ariaLabel, element.title, element.placeholder].join(' ');
      return words.every((word) => text.includes(word));
    };
    const found = [];
    const roots = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (element.matches('${selector}') && element.checkVisibility() && mayBeCalledSo(element)) found.push(element);
      }
    }
    return found;
  })()`;
}

/** Waits for what may not be there yet, and lets the page have the processor meanwhile. */
export const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
