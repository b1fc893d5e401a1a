import { html, type LitElement } from 'lit';

/**
 * The elements inside a composed one go by its own prefix, so that an `acme-pipeline` holds an
 * `acme-stepper`, and come from the registry that it comes from itself.
 */
export class Kin {
  #prefix: string;
  #renamed = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

  /** @param name The host's own without a prefix. A host called otherwise holds elements of the kit's names. */
  constructor(host: LitElement, name: string) {
    // Not there where a server renders the element.
    const own = host.localName as string | undefined;
    this.#prefix = own?.endsWith(`-${name}`) ? own.slice(0, -name.length - 1) : 'golive';
    if (typeof customElements === 'undefined' || host.shadowRoot) return;
    const registry = host.customElementRegistry;
    if (!registry || registry === customElements) return;
    host.attachShadow({ mode: 'open', customElementRegistry: registry });
    host.renderOptions.creationScope = {
      importNode: (node, deep) =>
        document.importNode(node, { selfOnly: !deep, customElementRegistry: registry }),
    };
  }

  /** For templates that hold elements of the kit: lit's own, with the prefix in place of `golive`. */
  html = (strings: TemplateStringsArray, ...values: unknown[]) =>
    html(this.#rename(strings), ...values);

  /** An element of the kit, by its name without a prefix. */
  find(root: ParentNode, selector: string): Element | null {
    return root.querySelector(`${this.#prefix}-${selector}`);
  }

  #rename(strings: TemplateStringsArray): TemplateStringsArray {
    if (this.#prefix === 'golive') return strings;
    let renamed = this.#renamed.get(strings);
    if (!renamed) {
      const named = strings.map((part) => part.replaceAll(/(<\/?)golive-/g, `$1${this.#prefix}-`));
      renamed = Object.assign(named, { raw: strings.raw });
      this.#renamed.set(strings, renamed);
    }
    return renamed;
  }
}
