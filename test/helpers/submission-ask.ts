import { fixture, html } from '@open-wc/testing';
import type { Field, SubmissionBody } from '../../src/contract/index.js';
import type { SubmissionForm } from '../../src/elements/submission/submission.js';
import { asking, type FieldsOptions } from '../../stories/fixture/fields.js';
import { snapshots } from '../../stories/fixture/snapshot.js';
import { fieldsHarness } from './submission-fields.js';

/** Opens a form of one step with these fields; `sent` gives what is sent of them. */
export async function ask(
  fields: Field | Field[],
  { lang = 'en', methods, ...options }: FieldsOptions & { lang?: string } = {},
) {
  const bodies: SubmissionBody[] = [];
  const store = asking([fields].flat(), {
    ...options,
    methods: {
      submit: async (_id, body) => {
        bodies.push(body);
        return { ...snapshots.inReview, version: 'v8' };
      },
      ...methods,
    },
  });
  const element = await fixture<SubmissionForm>(
    html`<golive-submission lang=${lang} .store=${store}></golive-submission>`,
  );
  const shown = fieldsHarness(element);
  await shown.open();
  return {
    ...shown,
    sent: async () => {
      await shown.press('Next');
      await shown.press('Submit for Review');
      return bodies[0]?.answers;
    },
  };
}
