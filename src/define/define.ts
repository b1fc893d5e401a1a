/**
 * Registers an element once, by any name and in any registry. A second bundle on the page finds the
 * name taken and leaves it. A class has one name in a registry, so another name gets a class of its own.
 */
export function define(
  tag: string,
  element: CustomElementConstructor,
  registry: CustomElementRegistry = customElements,
): void {
  if (registry.get(tag)) return;
  registry.define(tag, registry.getName(element) ? class extends element {} : element);
}
