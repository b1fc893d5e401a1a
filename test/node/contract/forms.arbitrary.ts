import fc from 'fast-check';
import {
  fieldKind,
  type Answer,
  type Answers,
  type Field,
  type Form,
  type ShowWhen,
  type Step,
} from '../../../src/contract/index.js';

/** Ids that mean something to the language are ids like others. */
const ids = ['a', 'b', 'c', 'd', 'e', 'constructor', 'toString', 'hasOwnProperty', 'then'];

const words = fc.constantFrom('x', 'y', '', ' ', 'constructor', '__proto__', '😀', '\ud800');
const plain = fc.oneof(words, fc.constantFrom(0, 1, -0, 1.5), fc.boolean());

export const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  plain,
  fc.array(words, { maxLength: 3 }),
  fc.constantFrom('2026-11-24', '2026-02-30', 'https://a.example', 'a@b.example'),
  fc.record({ id: fc.constant('file_1'), name: words }),
);

export const anyAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom(...ids, 'nobody', 'valueOf'),
  anyAnswer,
);

/** A condition that asks for these fields alone. */
const condition = (known: string[]): fc.Arbitrary<ShowWhen> =>
  fc.letrec<{ when: ShowWhen }>((tie) => {
    const field = fc.constantFrom(...known);
    const parts = fc.array(tie('when'), { maxLength: 2 });
    return {
      when: fc.oneof(
        { maxDepth: 2 },
        fc.record({ field, equals: plain }),
        fc.record({ field, notEquals: plain }),
        fc.record({ field, in: fc.array(plain, { maxLength: 3 }) }),
        fc.record({ field, filled: fc.boolean() }),
        fc.record({ all: parts }),
        fc.record({ any: parts }),
      ),
    };
  }).when;

const bounds: Partial<Record<Field['kind'], fc.Arbitrary<Partial<Field>>>> = {
  number: fc.record({ min: fc.constant(0), max: fc.constant(1) }, { requiredKeys: [] }),
  text: fc.record({ maxLength: fc.constant(1), pattern: fc.constant('x?') }, { requiredKeys: [] }),
  multi_select: fc.record({ min: fc.constant(1), max: fc.constant(2) }, { requiredKeys: [] }),
  date: fc.record({ min: fc.constant('2026-01-01') }, { requiredKeys: [] }),
};

function fieldOf(id: string, known: string[]): fc.Arbitrary<Field> {
  return fc.constantFrom(...fieldKind.options).chain((kind) =>
    fc
      .tuple(
        fc.option(fc.boolean(), { nil: undefined }),
        known.length > 0 ? fc.option(condition(known), { nil: undefined }) : fc.constant(undefined),
        bounds[kind] ?? fc.constant({}),
      )
      .map(([required, showWhen, more]): Field => ({
        id,
        kind,
        label: id,
        options: ['x', 'y', 'constructor'].map((value) => ({ value, label: value })),
        ...more,
        ...(required === undefined ? {} : { required }),
        ...(showWhen === undefined ? {} : { showWhen }),
      })),
  );
}

/** A form without a circle: each field and step asks only for fields before it in some order. */
export const anyForm: fc.Arbitrary<Form> = fc
  .shuffledSubarray(ids, { minLength: 1 })
  .chain((order) =>
    fc.tuple(
      fc.tuple(...order.map((id, place) => fieldOf(id, order.slice(0, place)))),
      fc.array(fc.nat(order.length), { maxLength: 2 }),
      fc.array(fc.option(condition(['a']), { nil: undefined }), { minLength: 3, maxLength: 3 }),
      fc.boolean(),
    ),
  )
  .map(([fields, cuts, stepConditions, turned]) => {
    const all = turned ? fields.toReversed() : fields;
    const edges = [0, ...cuts.toSorted((one, other) => one - other), all.length];
    const steps = edges.slice(1).map((end, index): Step => {
      const part = all.slice(edges[index], end);
      const asks = JSON.stringify(fields.map(({ showWhen }) => showWhen));
      // A step may ask for `a` where `a` is outside of it and asks for nothing itself.
      const free = fields.some(({ id, showWhen }) => id === 'a' && !showWhen);
      const when = stepConditions[index];
      const may = when && free && !part.some(({ id }) => id === 'a') && asks;
      return { id: `s${index}`, title: 'S', fields: part, ...(may ? { showWhen: when } : {}) };
    });
    return { id: 'form', version: 'v', title: 'Form', steps };
  });
