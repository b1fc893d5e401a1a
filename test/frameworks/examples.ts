import { join } from 'node:path';

/** How an example differs from the others. */
const traits: Record<string, { isServerRendered?: boolean; rendersEarly?: boolean }> = {
  // These two ask a tag for its properties as they draw it, and so are drawn once the elements are there.
  react: { rendersEarly: false },
  svelte: { rendersEarly: false },
  server: { isServerRendered: true },
};

/** The examples as scripts/test-frameworks.mjs built them. */
export const examples = () =>
  process.env.EXAMPLES!.split(',').map((name) => ({
    name,
    folder: join(process.env.EXAMPLES_FOLDER!, name),
    isServerRendered: false,
    rendersEarly: true,
    ...traits[name],
  }));
