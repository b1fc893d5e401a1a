import * as z from 'zod/mini';

/** A read-only property the provider set on the sandbox. `type` is an open word. */
export const testDataEntry = z.object({
  type: z.string(),
  name: z.string(),
  description: z.string(),
  value: z.string(),
});
export type TestDataEntry = z.infer<typeof testDataEntry>;

/** In the provider's order. */
export const testData = z.object({ entries: z.array(testDataEntry) });
export type TestData = z.infer<typeof testData>;
