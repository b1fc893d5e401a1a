import type { AnswerCode, Answers } from '../../contract/index.js';
import { pledge, type Check } from '../check.js';
import { expectAnswer, expectEqual, expectInvalid, expectThat } from '../expect.js';
import { fittingAnswers, formOfVersion } from '../form.js';
import type { Road } from '../road.js';

const fitting = pledge(
  'forms-and-drafts',
  'Answers are taken only where they fit the present form; each that does not is told with a code.',
);
const pinned = pledge('forms-and-drafts', 'A submission keeps the form that it answered.');
const drafts = pledge(
  'forms-and-drafts',
  'A draft is kept as it was sent, the last one wins, and a submission ends it.',
);

/** Answers with one thing wrong, by its code: the field, and what stands in it. */
const wrong: [code: AnswerCode, name: string, fieldId: string, answers: Answers][] = [
  ['required', 'nothing', 'name', { name: undefined as never }],
  ['required', 'blank', 'name', { name: '  ' }],
  ['required', 'not_ticked', 'agrees', { agrees: false }],
  ['required', 'shown', 'site', { has_site: true }],
  ['required', 'in_shown_step', 'reason', { choice: 'b' }],
  ['type', 'text_for_number', 'count', { count: '3' }],
  ['type', 'number_for_text', 'name', { name: 3 }],
  ['type', 'fraction', 'count', { count: 2.5 }],
  ['type', 'text_for_choices', 'picks', { picks: 'x' }],
  ['min', 'number', 'count', { count: 0 }],
  ['max', 'number', 'count', { count: 11 }],
  ['min', 'day', 'starts_on', { starts_on: '2025-12-31' }],
  ['max', 'choices', 'picks', { picks: ['x', 'y', 'z'] }],
  ['min_length', 'code_points', 'motto', { motto: '🎉🎉' }],
  ['max_length', 'characters', 'motto', { motto: 'abcdef' }],
  ['pattern', 'in_the_middle', 'code', { code: 'xAB12x' }],
  ['option', 'unknown', 'choice', { choice: 'c' }],
  ['option', 'twice', 'picks', { picks: ['x', 'x'] }],
  ['url', 'none', 'site', { has_site: true, site: 'javascript:alert(1)' }],
  ['email', 'none', 'email', { email: 'nobody' }],
  ['date', 'that_never_was', 'starts_on', { starts_on: '2026-02-30' }],
  ['hidden_field', 'hidden', 'site', { site: 'https://a.example' }],
  ['hidden_field', 'in_hidden_step', 'reason', { reason: 'x' }],
  ['unknown_field', 'unknown', 'ghost', { ghost: 'x' }],
  ['unknown_field', 'info', 'about', { about: 'x' }],
];

/** Answers at the very edge of what fits. */
const edges: Record<string, Answers> = {
  code_points: { motto: '🎉🎉🎉🎉🎉' },
  least: { count: 1, starts_on: '2026-01-01' },
  most: { count: 10, starts_on: '2030-12-31', picks: ['x', 'y'] },
  shown: { has_site: true, site: 'https://a.example', choice: 'b', reason: 'x', code: 'AB12' },
};

const draftOf = (road: Road, answers: Answers, more: object = {}) =>
  road.call('saveDraft', {
    body: { formVersion: road.form.version, answers, step: 0, ...more },
  });

export const formChecks: Check[] = [
  ...wrong.map(([code, name, fieldId, answers]): Check => ({
    id: `answers/${code}/${name}`,
    title: `an answer is refused with ${code}: ${name.replaceAll('_', ' ')}`,
    pledge: fitting,
    async run(context) {
      const road = await context.road('form');
      await road.create();
      const body = road.submission({ ...fittingAnswers, ...answers });
      const answer = await road.call('submit', { body });
      expectInvalid(answer, `/answers/${fieldId}`, 422, 'answers_invalid');
      const said = answer.errors.find(({ pointer }) => pointer === `/answers/${fieldId}`);
      expectEqual(`the code at /answers/${fieldId}`, said?.code, code, answer.request);
    },
  })),
  ...Object.entries(edges).map(([name, answers]): Check => ({
    id: `answers/fit/${name}`,
    title: `answers at the edge of what fits are taken: ${name.replaceAll('_', ' ')}`,
    pledge: fitting,
    async run(context) {
      const road = await context.road('form');
      await road.create();
      const body = road.submission({ ...fittingAnswers, ...answers });
      expectAnswer(await road.call('submit', { body }), 'good');
    },
  })),
  {
    id: 'answers/all_told',
    title: 'everything that is wrong is told at once',
    pledge: fitting,
    async run(context) {
      const road = await context.road('form');
      await road.create();
      const body = road.submission({ count: 0, email: 'nobody' });
      const answer = await road.call('submit', { body });
      for (const field of ['name', 'agrees', 'count', 'email']) {
        expectInvalid(answer, `/answers/${field}`, 422, 'answers_invalid');
      }
    },
  },
  {
    id: 'answers/without_form',
    title: 'without a form there is nothing to answer',
    pledge: fitting,
    async run(context) {
      const road = await context.road('free');
      await road.create();
      const body = { answers: { name: 'x' }, formVersion: null };
      expectInvalid(await road.call('submit', { body }), '/answers/name', 422, 'answers_invalid');
    },
  },
  {
    id: 'form/read',
    title: 'the form is what the plan asks, and 204 where it asks nothing',
    pledge: pinned,
    async run(context) {
      const road = await context.road('form');
      const { formVersion } = await road.snapshot();
      const form = expectAnswer(await road.call('getForm'), 200).body;
      expectEqual('the form', form, road.form);
      expectEqual('formVersion', formVersion, form.version);
      const free = await context.road('free');
      expectAnswer(await free.call('getForm'), 204);
      expectEqual('formVersion', (await free.snapshot()).formVersion, null);
    },
  },
  {
    id: 'form/kept',
    title: 'the latest submission is as it was sent, with its form',
    pledge: pinned,
    async run(context) {
      const road = await context.road('form');
      await road.create();
      expectAnswer(await road.call('getLatestSubmission'), 204);
      const id = await road.submit(edges['shown'] && { ...fittingAnswers, ...edges['shown'] });
      const latest = expectAnswer(await road.call('getLatestSubmission'), 200).body;
      expectEqual('id', latest.id, id);
      expectEqual('subscriptionId', latest.subscriptionId, road.id);
      expectEqual('attempt', latest.attempt, 1);
      expectEqual('form', latest.form, road.form);
      expectEqual('answers', latest.answers, { ...fittingAnswers, ...edges['shown'] });
      expectEqual('review', latest.review, null);
      const { submission } = await road.review();
      expectEqual('the submission as the reviewer reads it', submission, latest);
    },
  },
  ...(['old', null] as const).map((formVersion): Check => ({
    id: `form/changed/${formVersion ?? 'none'}`,
    title: `answers to ${formVersion ? 'another version of the form' : 'no form'} are 409 form_changed`,
    pledge: fitting,
    async run(context) {
      const road = await context.road('form');
      await road.create();
      const body = { answers: fittingAnswers, formVersion };
      expectAnswer(await road.call('submit', { body }), 409, 'form_changed');
    },
  })),
  {
    id: 'form/pinned',
    title: 'a submission keeps its form when the plan gets another one',
    pledge: pinned,
    needs: ['setForm'],
    turn: 'alone',
    async run({ road: roadOf, hooks }) {
      const [before, after] = [await roadOf('form'), await roadOf('form')];
      for (const road of [before, after]) await road.create();
      await before.submit();
      const { version } = await after.snapshot();
      try {
        await hooks.setForm!(before.id, formOfVersion('2'));
        const changed = await after.snapshot();
        expectEqual('formVersion', changed.formVersion, '2');
        expectThat(changed.version !== version, 'another version', changed.version);
        expectEqual(
          'the form that was answered',
          (await before.review()).submission.form,
          before.form,
        );
        const body = after.submission();
        expectAnswer(await after.call('submit', { body }), 409, 'form_changed');
        expectAnswer(await after.call('submit', { body: { ...body, formVersion: '2' } }), 'good');
      } finally {
        await hooks.setForm!(before.id, formOfVersion('1'));
      }
    },
  },
  {
    id: 'drafts/kept',
    title: 'a draft is kept as it was sent; the last one wins',
    pledge: drafts,
    needs: ['drafts'],
    async run(context) {
      const road = await context.road('form');
      expectAnswer(await road.call('getDraft'), 204);
      expectAnswer(await draftOf(road, { name: 'first' }), 204);
      expectAnswer(await draftOf(road, { motto: 'second' }, { step: 1 }), 204);
      const { updatedAt, ...draft } = expectAnswer(await road.call('getDraft'), 200).body;
      expectEqual('the draft', draft, { formVersion: '1', answers: { motto: 'second' }, step: 1 });
      expectThat(typeof updatedAt === 'string', 'updatedAt', () => updatedAt);
    },
  },
  {
    id: 'drafts/not_checked',
    title: 'a draft may hold what does not fit, and another version of the form',
    pledge: drafts,
    needs: ['drafts'],
    async run(context) {
      const road = await context.road('form');
      const answers = { ghost: 'x', count: 99, name: '' };
      expectAnswer(await draftOf(road, answers, { formVersion: 'old' }), 204);
      expectEqual('answers', (await road.call('getDraft')).body.answers, answers);
    },
  },
  {
    id: 'drafts/wrong',
    title: 'what is no draft is 422',
    pledge: drafts,
    needs: ['drafts'],
    async run(context) {
      const road = await context.road('form');
      expectInvalid(await draftOf(road, {}, { step: -1 }), '/step');
      expectInvalid(await draftOf(road, { name: null as never }), '/answers/name');
    },
  },
  {
    id: 'drafts/ended',
    title: 'a submission ends the draft, and what comes back has none',
    pledge: drafts,
    needs: ['drafts'],
    async run(context) {
      const road = await context.road('form');
      await road.create();
      await draftOf(road, { name: 'draft' });
      await road.submit();
      expectAnswer(await road.call('getDraft'), 204);
      await road.decide('changes_requested');
      expectAnswer(await road.call('getDraft'), 204);
      expectAnswer(await draftOf(road, { name: 'again' }), 204);
    },
  },
];
