import { expect, html, nextFrame } from '@open-wc/testing';
import '../../src/define/all.js';
import type { Answers, Field } from '../../src/contract/index.js';
import { errors } from '../../src/i18n/en/errors.js';
import { everyKind } from '../../stories/fixture/activity.js';
import { asking } from '../../stories/fixture/fields.js';
import { detailOf, queuePageOf, reviewing, waitingItems } from '../../stories/fixture/review.js';
import { credentialOf, reviewOf, snapshots, submissionOf } from '../../stories/fixture/snapshot.js';
import { failing, showing } from '../../stories/fixture/store.js';
import { testDataEntries } from '../../stories/fixture/test-data.js';
import { corpus, megabyte } from './corpus.js';
import { expectTexts, openDetails, openForm, show, type Scene } from './scene.js';
import { spoil } from './spoil.js';
import { textsOf, watch } from './watch.js';

const read = (...texts: (string | null | undefined)[]) =>
  texts.filter((text) => text !== null && text !== undefined);

const fields: Field[] = (
  [
    'info',
    'text',
    'textarea',
    'select',
    'multi_select',
    'boolean',
    'url',
    'email',
    'phone',
    'number',
    'date',
    'file',
  ] as const
).map((kind) => ({
  id: kind,
  kind,
  label: kind,
  help: 'help',
  placeholder: 'placeholder',
  patternMessage: 'message',
  ...(/select/.test(kind) && {
    options: ['one', 'two', 'three'].map((value) => ({ value, label: value })),
  }),
}));

const scenes: Record<string, Scene> = {
  'the developer’s page': {
    draw: (next) => {
      const snapshot = spoil(
        {
          ...snapshots.changesRequested,
          credentials: { sandbox: credentialOf('sandbox'), production: null },
          submission: submissionOf(),
          links: { sandboxDocs: '', sandboxEndpoint: '', productionEndpoint: '', checkout: '' },
          review: reviewOf('changes_requested', { fieldNotes: [{ fieldId: 'gone', note: '' }] }),
        },
        next,
      );
      const testData = spoil(testDataEntries, next);
      const activity = spoil(everyKind('Joel'), next);
      const shown = [
        ...read(snapshot.review.notes, snapshot.review.fieldNotes[0]!.note),
        ...snapshot.credentials.sandbox.values.flatMap(({ label, value }) => read(label, value)),
        ...testData.flatMap(({ type, name, description, value }) => [
          type,
          name,
          description,
          value,
        ]),
        ...activity.flatMap(({ actor, notes }) => read(actor, notes)),
      ];
      const store = showing(snapshot, { testData, activity });
      return { page: html`<golive-pipeline .store=${store}></golive-pipeline>`, shown };
    },
    open: (page) => {
      page.querySelector('golive-pipeline')!.shadowRoot!.querySelector('golive-test-data')!.open =
        true;
    },
  },
  'a form': {
    draw: (next) => {
      const asked = spoil(fields, next);
      const answers: Answers = { text: next(), textarea: next(), url: next(), email: next() };
      const shown = asked.flatMap(({ label, help, options = [] }) =>
        read(label, help, ...options.map((option) => option.label)),
      );
      const store = asking(asked, { answers, notes: { text: next(), url: next() } });
      return { page: html`<golive-submission .store=${store}></golive-submission>`, shown };
    },
    open: openForm,
  },
  'a queue': {
    draw: (next) => {
      const items = spoil(waitingItems, next);
      const store = reviewing({ queue: queuePageOf(items) });
      const shown = items.flatMap(({ subscriptionName, planName }) => [subscriptionName, planName]);
      return { page: html`<golive-review-queue .store=${store}></golive-review-queue>`, shown };
    },
  },
  'a submission under review': {
    draw: (next) => {
      const detail = spoil(detailOf(), next);
      const { form } = detail.submission;
      const shown = [
        ...form!.steps.flatMap(({ title, fields: asked }) => [
          title,
          ...asked.filter(({ kind }) => kind !== 'info').map(({ label }) => label),
        ]),
      ];
      const store = reviewing({ reviews: [detail] });
      return {
        page: html`<golive-review-panel .store=${store} submission="subm_2"></golive-review-panel>`,
        shown,
      };
    },
    open: async (page) => {
      await import('../../src/elements/review-panel/panel-part.js');
      await nextFrame();
      openDetails(page);
    },
  },
  'a failure': {
    draw: (next) => ({
      // Several at once: each takes one text only.
      page: Array.from(
        { length: 12 },
        () =>
          html`<golive-stepper .store=${failing(next(), 500)}></golive-stepper>
            <golive-activity .store=${failing(next(), 409)}></golive-activity>
            <golive-review-queue .store=${failing(next(), 422)}></golive-review-queue>`,
      ),
      shown: [errors.unknown],
    }),
  },
};

describe('hostile texts in every text and address of a host', () => {
  let watching: ReturnType<typeof watch>;
  beforeEach(() => {
    sessionStorage.clear();
    watching = watch();
  });
  afterEach(() => watching.stop());

  it('are two hundred at least', () => {
    expect(corpus.length).to.be.greaterThan(199);
  });

  for (const [name, scene] of Object.entries(scenes)) {
    it(`stay texts in ${name}`, () => expectTexts(scene, watching));
  }

  it('break no page of 360 pixels', async () => {
    for (const [name, scene] of Object.entries(scenes)) {
      let used = 7;
      const { box } = await show(scene, () => corpus[(used += 11) % corpus.length]!);
      const frame = box.parentElement!;
      frame.style.inlineSize = '360px';
      await nextFrame();
      await nextFrame();
      expect(box.scrollWidth, name).to.be.at.most(360);
      frame.style.removeProperty('inline-size');
      box.remove();
    }
  });

  it('may be a megabyte long', async () => {
    const { box } = await show(
      scenes['a queue']!,
      (() => {
        let first = true;
        return () => {
          const text = first ? megabyte : 'short';
          first = false;
          return text;
        };
      })(),
    );
    expect(textsOf(box).some((text) => text.includes(megabyte))).to.equal(true);
    watching.expectNothing(box);
  });
});
