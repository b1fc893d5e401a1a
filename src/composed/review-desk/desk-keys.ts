import type { ReactiveControllerHost } from 'lit';
import { readKept, writeKept, type PageStorage } from '../../connect/page-storage.js';
import type { ReviewPanel } from '../../elements/review-panel/review-panel.js';
import type { ReviewQueue } from '../../elements/review-queue/review-queue.js';
import { Shortcuts, type Shortcut } from '../../ui/shortcuts.js';

const KEPT = 'golive:shortcuts';
/** A person's choice, and so for longer than a session. */
const storage: PageStorage = () => localStorage;

type KeysHost = ReactiveControllerHost & HTMLElement & { shortcuts: 'on' | 'off' };

/** What the keys of a desk act on. */
export interface DeskSides {
  queue: Pick<
    ReviewQueue,
    'move' | 'focusSearch' | 'toggleSelected' | 'focusSelection' | 'hasSelection' | 'clearSelection'
  >;
  panel: Pick<ReviewPanel, 'begin'>;
  /** Whether the queue is in sight. */
  isQueueShown: boolean;
  /** Where the focus is. */
  focused: 'queue' | 'panel' | undefined;
  /** From the submission back to the queue. */
  leavePanel: () => void;
}

/** The keys of a reviewers' desk, which a page or the person may turn off, and the list of them. */
export class DeskKeys {
  isListShown = false;
  #host: KeysHost;
  #sides: () => DeskSides;
  #isWanted = readKept(storage, KEPT, Boolean) ?? true;

  constructor(host: KeysHost, sides: () => DeskSides) {
    this.#host = host;
    this.#sides = sides;
    new Shortcuts(host, (key) => (this.isOn ? this.#find(key) : undefined));
  }

  /** Whether the page offers them at all. */
  get isOffered(): boolean {
    return this.#host.shortcuts !== 'off';
  }

  get isOn(): boolean {
    return this.isOffered && this.#isWanted;
  }

  showList = (isShown: boolean) => {
    this.isListShown = isShown;
    this.#host.requestUpdate();
  };

  turn = () => {
    this.#isWanted = !this.#isWanted;
    writeKept(storage, KEPT, this.#isWanted);
    this.#host.requestUpdate();
  };

  #find(key: string): Shortcut | undefined {
    const { queue, panel, isQueueShown, focused, leavePanel } = this.#sides();
    const inQueue = (act: Shortcut) => (isQueueShown ? act : undefined);
    switch (key) {
      case 'j':
        return inQueue(() => queue.move(1));
      case 'k':
        return inQueue(() => queue.move(-1));
      // Beside the queue the arrows scroll.
      case 'ArrowDown':
        return focused === 'queue' ? () => queue.move(1) : undefined;
      case 'ArrowUp':
        return focused === 'queue' ? () => queue.move(-1) : undefined;
      case '/':
        return inQueue(() => queue.focusSearch());
      case 'x':
        return inQueue(() => queue.toggleSelected());
      case 'b':
        return inQueue(() => queue.focusSelection());
      case 'a':
        return () => panel.begin('approve');
      case 'c':
        return () => panel.begin('request_changes');
      case 'r':
        return () => panel.begin('reject');
      case 'Escape':
        if (focused === 'panel') return leavePanel;
        return queue.hasSelection ? () => queue.clearSelection() : undefined;
      case '?':
        return () => this.showList(true);
      default:
        return undefined;
    }
  }
}
