import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Member = ReactiveControllerHost & Element;

/** Elements that have the same to say. */
interface Choir {
  members: Set<Member>;
  /** The first of them in the page that is seen. */
  speaker?: Member | undefined;
  /** Runs until it is worth a word. */
  timer?: ReturnType<typeof setTimeout> | 0 | undefined;
}

const choirs = new WeakMap<WeakKey, Choir>();

/** Lets one element of a page say what several have to say. */
export class OneVoice implements ReactiveController {
  #host: Member;
  #about: () => object | false | undefined;
  #after: number;
  #choir: Choir | undefined;

  /**
   * @param about What there is to say something about, if there is: the same object for all that
   *   would say the same.
   * @param after Milliseconds for which it lasts before it is worth a word.
   */
  constructor(host: Member, about: () => object | false | undefined, after = 0) {
    this.#host = host;
    this.#about = about;
    this.#after = after;
    host.addController(this);
  }

  /** Whether it is for this element to say it now. */
  get speaks(): boolean {
    return this.#choir?.speaker === this.#host;
  }

  hostUpdate() {
    this.#join(this.#about() || undefined);
  }

  hostDisconnected() {
    this.#join(undefined);
  }

  #join(about: object | undefined) {
    const choir = about && (choirs.get(about) ?? { members: new Set() });
    const before = this.#choir;
    if (choir === before) return;
    this.#choir = choir;
    if (before) {
      before.members.delete(this.#host);
      elect(before);
    }
    if (!choir) return;
    choirs.set(about, choir);
    if (choir.members.size === 0) {
      const begin = () => {
        choir.timer = 0;
        elect(choir);
      };
      choir.timer = this.#after ? setTimeout(begin, this.#after) : 0;
    }
    choir.members.add(this.#host);
    elect(choir);
  }
}

function elect(choir: Choir) {
  const { members, speaker, timer } = choir;
  if (timer) {
    if (members.size === 0) clearTimeout(timer);
    return;
  }
  const seen = [...members].filter(isSeen);
  choir.speaker = seen.find((each) => seen.every((other) => !isBefore(other, each)));
  if (choir.speaker === speaker) return;
  speaker?.requestUpdate();
  choir.speaker?.requestUpdate();
}

/** Not everywhere where elements are tested can be asked. */
const isSeen = (element: Partial<Element>): boolean => element.checkVisibility?.() ?? true;

/** In one tree: nobody can tell for elements of two. */
const isBefore = (one: Element, other: Element): boolean =>
  // Disconnected is 1, preceding is 2.
  (other.compareDocumentPosition(one) & 3) === 2;
