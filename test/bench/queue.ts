/** The page of `npm run bench -- queue`: each round draws the same rows by the element and by hand. */
import { queueState, type QueueFilters } from '../../src/contract/index.js';
import '../../src/define/review-queue.js';
import { createFakeAdapter } from '../../src/mocks/index.js';
import { createStore } from '../../src/store/index.js';
import { createCrowdedHost } from './crowd.js';
import { rest, timeToPaint } from './frame.js';
import { make, planOf, plansOf, sizeOf, type Plan } from './plain-tree.js';
import { createReadyAdapter } from './ready-adapter.js';

const acts = ['first page', 'next page', 'filter', 'one row changed'] as const;
export type Times = Record<(typeof acts)[number], number>;

const everything: QueueFilters = { state: [...queueState.options] };
const filtered: QueueFilters = { ...everything, q: 'payroll' };

const box = document.createElement('main');
box.style.inlineSize = '1100px';
document.body.append(box);

const rowsIn = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>('[part~=row]')];

/** What stands in the list for each row, and the list. */
function listOf(root: ParentNode) {
  const rows = rowsIn(root);
  let list = rows[0]!.parentElement!;
  while (!list.contains(rows.at(-1)!)) list = list.parentElement!;
  return {
    list,
    items: [...list.children].filter((item) => rows.some((row) => item.contains(row))),
  };
}

/** What the element drew, for the baseline to draw the same. */
interface Drawn {
  sheets: CSSStyleSheet[];
  whole: Plan[];
  next: Plan[];
  filtered: Plan[];
  changed: Plan;
  /** Where the focus goes to when the next page is there, for the page scrolls with it. */
  focused: number[] | undefined;
  /** Where the changed row stands. */
  at: number;
  /** Rows in which anything was touched when one changed. */
  touched: number;
}

async function openDesk(count: number) {
  const host = await createCrowdedHost(count);
  const hugo = createFakeAdapter(host, { as: 'hugo' });
  const ready = createReadyAdapter(host);
  const hostTimes: number[] = [];
  const prepare = async () => void hostTimes.push(await ready.prepare());

  /** Somebody else decides the first that waits; gives where it stands. */
  async function decideOne(): Promise<number> {
    const { items } = await ready.adapter.getQueue(everything, { limit: 50 });
    const at = items.findIndex(({ allowedActions }) => allowedActions.includes('approve'));
    const { submissionId, version } = items[at]!;
    await hugo.decide(submissionId, version, {
      outcome: 'approved',
      notes: null,
      fieldNotes: [],
    });
    return at;
  }

  /** Draws once by the element, and takes the times; `drawn` is filled in where it is given. */
  async function round(drawn?: Partial<Drawn>): Promise<Times> {
    const store = createStore({ adapter: ready.adapter });
    await prepare();
    const element = document.createElement('golive-review-queue');
    Object.assign(element, { store, filters: everything });
    const root = () => element.shadowRoot!;
    const count = () => (element.shadowRoot ? rowsIn(element.shadowRoot).length : 0);
    const first = await timeToPaint(
      () => box.append(element),
      () => count() === 50,
    );
    await rest();
    if (drawn) Object.assign(drawn, { sheets: root().adoptedStyleSheets, whole: plansOf(root()) });

    // With the first event the page is read once more.
    ready.tellChange();
    await rest();
    const at = await decideOne();
    await prepare();
    const rowPlans = () => listOf(root()).items.map((item) => planOf(item)!);
    const row = () => listOf(root()).items[at]!.textContent;
    const before = row();
    const touched = drawn && watchRows(root());
    const changed = await timeToPaint(ready.tellChange, () => row() !== before);
    await rest();
    if (drawn) Object.assign(drawn, { at, changed: rowPlans()[at], touched: touched!() });

    const more = [...root().querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes('Show more'),
    )!;
    const next = await timeToPaint(
      () => more.click(),
      () => count() === 100,
    );
    await rest();
    if (drawn) Object.assign(drawn, { next: rowPlans().slice(50), focused: wayToFocus(root()) });

    const filter = await timeToPaint(
      () => (element.filters = filtered),
      () =>
        count() === 50 && rowsIn(root()).every(({ textContent }) => /payroll/i.test(textContent)),
    );
    if (drawn) drawn.filtered = rowPlans();
    element.remove();
    await rest();
    return { 'first page': first, 'next page': next, filter, 'one row changed': changed };
  }

  return { round, hostTimes, ready };
}

/** Among the children of the root, of that child, and so on. */
function wayToFocus(root: ShadowRoot): number[] | undefined {
  const way: number[] = [];
  let at = root.activeElement;
  for (; at?.parentNode; at = at.parentElement) {
    way.unshift([...at.parentNode.children].indexOf(at));
  }
  return way.length > 0 ? way : undefined;
}

/** Counts the rows in which anything changes from now on. */
function watchRows(root: ShadowRoot): () => number {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((more) => records.push(...more));
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  return () => {
    observer.disconnect();
    const { list, items } = listOf(root);
    const moved = records.filter(({ target }) => target === list).length;
    return (
      moved + items.filter((item) => records.some(({ target }) => item.contains(target))).length
    );
  };
}

/** The same rows, made and put there by hand. */
async function rawRound(drawn: Drawn): Promise<Times> {
  const { sheets, whole, next, filtered: others, changed, at, focused } = drawn;
  const host = document.createElement('div');
  const always = () => true;
  const first = await timeToPaint(() => {
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = sheets;
    root.append(...whole.map(make));
    box.append(host);
  }, always);
  const { list, items } = listOf(host.shadowRoot!);
  await rest();
  const oneRow = await timeToPaint(() => items[at]!.replaceWith(make(changed)), always);
  await rest();
  const more = await timeToPaint(() => {
    list.append(...next.map(make));
    let target: Element | undefined;
    for (const at of focused ?? []) target = (target ?? host.shadowRoot!).children[at];
    (target as HTMLElement | undefined)?.focus();
  }, always);
  await rest();
  const filter = await timeToPaint(() => list.replaceChildren(...others.map(make)), always);
  host.remove();
  await rest();
  return { 'first page': first, 'next page': more, filter, 'one row changed': oneRow };
}

const names = ['many', 'few', 'raw'] as const;

/** Opens both desks and draws each of them a few times, for the engine to know the way. */
async function prepare(many: number, few: number, rehearsals: number) {
  const desks = { many: await openDesk(many), few: await openDesk(few) };
  const drawn: Partial<Drawn> = {};
  for (let at = 0; at < rehearsals; at += 1) {
    await desks.few.round();
    await desks.many.round(drawn);
    await rawRound(drawn as Drawn);
  }
  const late = desks.many.ready.late + desks.few.ready.late;

  return {
    /** One round, beginning with another one each time. */
    async round(turn: number) {
      const times = {} as Record<(typeof names)[number], Times>;
      for (const at of names.keys()) {
        const name = names[(at + turn) % names.length]!;
        (globalThis as { gc?: () => void }).gc?.();
        times[name] = name === 'raw' ? await rawRound(drawn as Drawn) : await desks[name].round();
      }
      return times;
    },
    sum: () => ({
      nodes: sizeOf(drawn.whole!),
      touched: drawn.touched!,
      late: desks.many.ready.late + desks.few.ready.late - late,
      host: { many: desks.many.hostTimes, few: desks.few.hostTimes },
    }),
  };
}
export type Bench = Awaited<ReturnType<typeof prepare>>;

Object.assign(globalThis, { prepare });
