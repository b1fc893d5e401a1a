import { pledge, type Check } from '../check.js';
import { expectAnswer, expectEqual } from '../expect.js';
import { fittingAnswers } from '../form.js';
import { roadTo } from '../stages.js';
import { decisionOn } from './reviews.js';
import { readQueue } from './queue.js';

const kept = pledge('shapes', 'Texts come back as they were sent, whatever stands in them.');

/** Texts that trip whoever builds a query, a page or a file name of them, or trims and folds. */
export const hostileTexts: Record<string, string> = {
  markup: '<img src=x onerror=alert(1)></textarea><script>alert(1)</script>',
  entities: '&lt;b&gt; &amp;amp; &#0; &quot;',
  sql: `'; DROP TABLE submissions; -- " \\' %27 OR 1=1`,
  template: '${7*7} {{7*7}} <%= 7*7 %> #{7*7} %s %n %00',
  path: '../../etc/passwd\\..\\..\\boot.ini',
  json: '{"__proto__": {"admin": true}} \\u0041 \\"',
  spaces: '  leading, trailing and\u00a0odd\u2003\u3000\ufeff ones  ',
  lines: 'one\ntwo\r\nthree\rfour\u2028five\u2029six\t.',
  bidi: '\u202eabc\u202c \u2066def\u2069 \u200e\u200f \u061c',
  joiners: 'zero\u200bwidth\u200d \u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466} \ufe0f',
  composed: 'e\u0301 \u00e9 \u1e9b\u0323 \ufb01 \u212b',
  astral: '\u{10ffff} \u{1f3f4}\u{e0067}\u{e0062}\u{e007f} \u{20bb7}',
  case: '\u0130\u0131 \u00df\u1e9e \u03a3\u03c2\u03c3',
  controls: '\u0001\u0007\u0008\u000b\u000c\u001b[31m\u007f\u0085',
  numbers: '0x10 1e309 -0 NaN 007 \u0661\u0662\u0663',
  words: 'null undefined true constructor toString',
};

/** No database has a place for them, so a host may refuse them, but never change them. */
const refusable: Record<string, string> = {
  nul: 'a\u0000b',
  half_a_pair: 'a\ud800b',
};

const everything = Object.values(hostileTexts).join('\n');

export const hostileChecks: Check[] = [
  ...Object.entries({ ...hostileTexts, ...refusable }).map(([name, text]): Check => ({
    id: `texts/notes/${name}`,
    title: `notes come back as they were written: ${name.replaceAll('_', ' ')}`,
    pledge: kept,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const more = { outcome: 'rejected', notes: `x${text}` };
      const answer = await context.call(
        'reviewer',
        'decide',
        await decisionOn(context, road, more),
      );
      if (name in refusable && (answer.status === 422 || answer.status === 400)) return;
      expectAnswer(answer, 'good');
      expectEqual('notes', (await road.snapshot()).review?.notes, `x${text}`);
      const [entry] = (await road.call('getActivity')).body.entries;
      expectEqual('the notes in the activity', entry?.notes, `x${text}`);
    },
  })),
  {
    id: 'texts/answers',
    title: 'answers come back as they were given',
    pledge: kept,
    async run(context) {
      const road = await context.road('form');
      await road.create();
      const answers = { ...fittingAnswers, words: everything };
      await road.submit(answers);
      expectEqual('answers', (await road.call('getLatestSubmission')).body.answers, answers);
      expectEqual('those in the review', (await road.review()).submission.answers, answers);
    },
  },
  {
    id: 'texts/draft',
    title: 'a draft comes back as it was kept',
    pledge: kept,
    needs: ['drafts'],
    async run(context) {
      const road = await context.road('form');
      const words = Object.entries(hostileTexts);
      const answers = Object.fromEntries(
        words.flatMap(([name, text]) => [
          [name, text],
          [text, name],
        ]),
      );
      const body = { formVersion: '1', answers, step: 0 };
      expectAnswer(await road.call('saveDraft', { body }), 204);
      expectEqual('answers', (await road.call('getDraft')).body.answers, answers);
    },
  },
  {
    id: 'texts/prototype',
    title: 'an answer to __proto__ is refused, not dropped',
    pledge: kept,
    async run(context) {
      const road = await context.road('form');
      await road.create();
      const raw = `{"answers":{"name":"x","agrees":true,"__proto__":"x"},"formVersion":"${road.form.version}"}`;
      expectAnswer(await road.call('submit', { raw }), 422);
    },
  },
  {
    id: 'texts/name',
    title: 'a name of a subscription comes back as it is, and is found by it',
    pledge: kept,
    async run(context) {
      const name = `${context.uniqueName()} <b>&amp;'"%_\\ \u202e\u{1f389} ß`;
      const road = await context.road('free', { name });
      await road.create();
      await road.submit();
      expectEqual('name', (await road.snapshot()).name, name);
      const { items } = await readQueue(context, { q: name });
      expectEqual(
        'the names found',
        items.map(({ subscriptionName }) => subscriptionName),
        [name],
      );
    },
  },
];
