import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Member = ReactiveControllerHost & Element;

/** Elements that have the same to say. */
interface Choir {
  members: Set<Member>;
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

  /** Whether it is for this element to say it now: for the first in the page that is seen. */
  get speaks(): boolean {
    if (!this.#choir || this.#choir.timer) return false;
    const seen = [...this.#choir.members].filter(isSeen);
    return this.#host === seen.find((each) => seen.every((other) => !isBefore(other, each)));
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
      if (before.members.size === 0) clearTimeout(before.timer || undefined);
      tell(before);
    }
    if (!choir) return;
    choirs.set(about, choir);
    if (choir.members.size === 0) {
      const begin = () => {
        choir.timer = 0;
        tell(choir);
      };
      choir.timer = this.#after && setTimeout(begin, this.#after);
    }
    choir.members.add(this.#host);
    tell(choir);
  }
}

/** It may be for another one to speak now. */
function tell({ members, timer }: Choir) {
  if (!timer) for (const member of members) member.requestUpdate();
}

/** Not everywhere where elements are tested can be asked. */
const isSeen = (element: Partial<Element>): boolean => element.checkVisibility?.() ?? true;

/** In one tree: nobody can tell for elements of two. */
const isBefore = (one: Element, other: Element): boolean =>
  // Disconnected is 1, preceding is 2.
  (other.compareDocumentPosition(one) & 3) === 2;
