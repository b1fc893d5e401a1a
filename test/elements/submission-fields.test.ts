import { expect } from '@open-wc/testing';
import '../../src/define/submission.js';
import type { SubmissionForm } from '../../src/elements/submission/submission.js';
import * as stories from '../../stories/form-field.stories.js';
import { itIsAccessibleInEveryStory, showStory } from '../helpers/stories.js';
import { fieldsHarness } from '../helpers/submission-fields.js';

const story = async (name: string) => fieldsHarness(await showStory<SubmissionForm>(stories, name));

describe('fields of golive-submission', () => {
  beforeEach(() => sessionStorage.clear());

  itIsAccessibleInEveryStory(stories);

  it('shows', async () => {
    const shown = await story('Texts');
    expect(shown.labels()).to.have.length(5);
  });
});
