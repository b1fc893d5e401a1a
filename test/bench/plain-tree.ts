/** What a tree is made of, without the marks that a template leaves in it. */
export type Plan =
  string | { name: string; space: string; attributes: [string, string][]; children: Plan[] };

/** Reads off a tree what it would take to make it by hand. */
export function planOf(node: Node): Plan | undefined {
  if (node instanceof Text) return node.data.trim() === '' ? undefined : node.data;
  if (!(node instanceof Element)) return undefined;
  const { localName: name, namespaceURI: space, attributes } = node;
  return {
    name,
    space: space!,
    attributes: [...attributes].map((attribute) => [attribute.name, attribute.value]),
    children: plansOf(node),
  };
}

export const plansOf = ({ childNodes }: Node): Plan[] =>
  [...childNodes].map(planOf).filter((plan) => plan !== undefined);

/** Makes it, as a script without any library does. */
export function make(plan: Plan): Node {
  if (typeof plan === 'string') return document.createTextNode(plan);
  const element = document.createElementNS(plan.space, plan.name);
  for (const [name, value] of plan.attributes) element.setAttribute(name, value);
  for (const child of plan.children) element.append(make(child));
  return element;
}

/** Elements and texts in it. */
export const sizeOf = (plans: Plan[]): number =>
  plans.reduce((sum, plan) => sum + 1 + (typeof plan === 'string' ? 0 : sizeOf(plan.children)), 0);
