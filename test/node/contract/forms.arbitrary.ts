import fc from 'fast-check';
import {
  fieldKind,
  type Answer,
  type Answers,
  type Field,
  type FieldKind,
  type Form,
  type ShowWhen,
  type Step,
} from '../../../src/contract/index.js';

/** Ids that mean something to the language are ids like others. */
const ids = ['a', 'b', 'c', 'd', 'e', 'constructor', 'toString', 'hasOwnProperty', 'then'];

const words = fc.constantFrom('x', 'y', '', ' ', 'constructor', '__proto__', '😀', '\ud800');
const plain = fc.oneof(words, fc.constantFrom(0, 1, -0, 1.5), fc.boolean());

const files = fc.record(
  {
    id: fc.constant('file_1'),
    name: fc.constantFrom('x', 'x.pdf', 'x.PNG', 'constructor'),
    size: fc.constantFrom(0, 10, 11),
    type: fc.constantFrom('', 'image/png', 'application/pdf'),
  },
  { requiredKeys: ['id', 'name'] },
);

export const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  plain,
  fc.array(words, { maxLength: 3 }),
  fc.constantFrom('2026-11-24', '2026-02-30', '2025-12-31', '2028-01-01', '+49 30'),
  fc.constantFrom('https://a.example', 'http://b', 'ftp://a', 'a@b.example', 'a@b', 'xx', 'Xy'),
  fc.constantFrom(-1, 2, 1e300, -1e-300, 4.5),
  files,
);

export const anyAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom(...ids, 'nobody', 'valueOf'),
  anyAnswer,
);

/** One that fits a field of its kind made here, however it is bound. */
export const fitting: Record<Exclude<FieldKind, 'info'>, Answer> = {
  text: 'x',
  textarea: 'xx',
  number: 1,
  boolean: true,
  select: 'x',
  multi_select: ['x'],
  date: '2026-11-24',
  url: 'http://b',
  email: 'a@b.example',
  phone: '+49 30',
  file: { id: 'file_1', name: 'x.pdf', size: 10, type: 'application/pdf' },
};

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

const some = <T extends object>(of: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(of, { requiredKeys: [] }) as fc.Arbitrary<Partial<Field>>;

const bounds: Partial<Record<FieldKind, fc.Arbitrary<Partial<Field>>>> = {
  number: some({
    min: fc.constant(0),
    max: fc.constant(1),
    integer: fc.boolean(),
    unit: fc.constant('km'),
  }),
  text: some({ maxLength: fc.constant(1), pattern: fc.constantFrom('x?', '[x-z]*', '.') }),
  textarea: some({ minLength: fc.constant(2), maxLength: fc.constant(3) }),
  phone: some({ pattern: fc.constant('\\+[0-9 ]+'), maxLength: fc.constant(6) }),
  url: some({ maxLength: fc.constant(8) }),
  email: some({ minLength: fc.constant(4), pattern: fc.constant('a@.*') }),
  multi_select: some({ min: fc.constant(1), max: fc.constant(2) }),
  date: some({ min: fc.constant('2026-01-01'), max: fc.constant('2027-12-31') }),
  file: some({
    accept: fc.constantFrom(['.pdf'], ['image/*', 'application/pdf'], ['application/pdf']),
    maxSize: fc.constant(10),
  }),
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
