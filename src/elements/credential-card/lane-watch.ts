import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StoreController } from '../../connect/index.js';
import type { Lane, SecretState } from '../../contract/index.js';
import { joined } from '../../i18n/words.js';
import type { Announcer } from '../../ui/announcer.js';
import type { CardWords } from './card-parts.js';
import { deliveryOf, isSameDelivery, type LaneSlice } from './lane-slice.js';

interface Options {
  slice: StoreController<LaneSlice>;
  words: CardWords;
  announcer: Announcer;
}

/** An old secret that ended while it was watched: what its mask shows, and when it was. */
export interface EndedSecret {
  id: string;
  name: string;
  hint: string;
  at: number;
  /** Somebody ended it before its time was over. */
  isRetired: boolean;
}

/**
 * Watches what becomes of a lane by itself, by time or by somebody else: old secrets end, the
 * credential expires, a lock opens. It tells the person, and has the store look where time has
 * passed.
 */
export class LaneWatch implements ReactiveController {
  /** The server's time, as of this update. */
  now = 0;
  /** The old secrets that still work beside a new one. */
  overlaps: readonly SecretState[] = [];
  /** Those that ended, until the next act. */
  ended: readonly EndedSecret[] = [];
  /** The one that ended with this update. */
  news: EndedSecret | undefined;
  #host: ReactiveControllerHost & { lane: Lane };
  #options: Options;
  #before: LaneSlice | undefined;
  #retired = new Set<string>();
  /** Times that were ahead when they were seen. */
  #ahead = new Set<string>();

  constructor(host: ReactiveControllerHost & { lane: Lane }, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate() {
    const { value: slice, store } = this.#options.slice;
    this.now = store?.now() ?? Date.now();
    this.news = undefined;
    if (!slice?.isKnown || !store) return;
    this.#watchOverlaps(slice);
    this.#watchTimes(slice, () => void store.refresh());
    this.#watchLocks(slice);
    this.#before = slice;
  }

  /** It was retired here, whatever the snapshot shows yet. */
  retire(id: string) {
    this.#retired.add(id);
    this.#host.requestUpdate();
  }

  /** For another act. */
  clear() {
    this.ended = [];
  }

  /** For another lane or store. */
  forget() {
    this.overlaps = this.ended = [];
    this.#before = undefined;
    this.#retired.clear();
    this.#ahead.clear();
  }

  #watchOverlaps({ credential }: LaneSlice) {
    const { now, overlaps: seen } = this;
    const isOver = ({ validUntil }: SecretState) => Date.parse(validUntil!) <= now;
    this.overlaps =
      credential?.secrets.filter(
        (secret) => secret.validUntil && !isOver(secret) && !this.#retired.has(secret.id),
      ) ?? [];
    const { credential: before } = this.#before ?? {};
    if (!before) return;
    // What ends with another secret's coming was said where that one was asked for.
    if (!credential || !isSameDelivery(deliveryOf(before), deliveryOf(credential))) {
      this.clear();
      return;
    }
    for (const secret of seen) {
      const { id, name, hint } = secret;
      if (this.overlaps.some((each) => each.id === id)) continue;
      const isRetired = !isOver(secret);
      const at = isRetired ? now : Date.parse(secret.validUntil!);
      this.news = { id, name, hint, at, isRetired };
      this.ended = [...this.ended, this.news];
      // Whoever retired it hears of it from there.
      if (!this.#retired.has(id)) this.#announce(endedText(this.news, this.#options.words));
    }
  }

  /** When a time has come, the host knows what became of it. It is asked once for each. */
  #watchTimes({ credential }: LaneSlice, look: () => void) {
    for (const end of timesOf(credential)) {
      if (Date.parse(end) > this.now) this.#ahead.add(end);
      else if (this.#ahead.delete(end)) {
        if (end === credential?.expiresAt)
          this.#announce(this.#options.words.say('credentials.expiredTitle'));
        look();
      }
    }
  }

  #watchLocks(slice: LaneSlice) {
    const before = this.#before;
    if (!before?.isClosed || slice.isClosed) return;
    const { words } = this.#options;
    const opened = words.say(`credentials.${this.#host.lane}Opened`);
    const isNew = slice.isApproved && !before.isApproved;
    const lead = isNew ? words.say('credentials.approvedLead') : '';
    this.#announce(joined([lead, opened]));
  }

  #announce(text: string) {
    this.#options.announcer.announce(text);
  }
}

/** That an old secret works no more, and since when. */
export const endedText = ({ hint, at, isRetired }: EndedSecret, words: CardWords) =>
  words.say(isRetired ? 'credentials.wasRetired' : 'credentials.hasEnded', {
    hint,
    date: words.format.dateTime(at),
  });

/** The times at which a credential changes by itself. */
export const timesOf = (credential: LaneSlice['credential']): string[] =>
  [
    credential?.expiresAt,
    ...(credential?.secrets ?? []).map(({ validUntil }) => validUntil),
  ].filter((end) => end != null);
