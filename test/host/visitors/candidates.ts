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

/** An expression of the page: what it shows of a role, however deep in shadow roots. */
export function candidatesFor(role: string): string {
  const selector = selectors[role];
  if (!selector) throw new RangeError(`no selector is known for ${role}`);
  return `(() => {
    const found = [];
    const roots = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('${selector}') && element.checkVisibility()) found.push(element);
        if (element.shadowRoot) roots.push(element.shadowRoot);
      }
    }
    return found;
  })()`;
}
