import { elementsOf, nameOf, pageOf } from '../.vitepress/elements.js';

/** A page for each element, from the manifest. */
export default {
  paths: async () =>
    (await elementsOf()).map((element) => ({
      params: { name: nameOf(element.tagName) },
      content: pageOf(element),
    })),
};
