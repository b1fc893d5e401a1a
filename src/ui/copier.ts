import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a button says that it copied, in milliseconds. */
const SHOWN = 2_000;

/**
 * Copies a value on a press. Where the browser refuses, it selects the value instead and says so;
 * it never claims to have copied what it did not.
 */
export class Copier implements ReactiveController {
  /** The key of what was copied just now. */
  copied: string | undefined;
  /** The key of what could not be copied and is selected instead. */
  blocked: string | undefined;
  #host: ReactiveControllerHost & Element;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
    this.copied = undefined;
    this.blocked = undefined;
  }

  /** `select` finds the node that shows the value. Resolves to whether it was copied. */
  async copy(key: string, value: string, select: () => Node | null | undefined): Promise<boolean> {
    clearTimeout(this.#timer);
    const done = await write(value);
    this.copied = done ? key : undefined;
    this.blocked = done ? undefined : key;
    if (done) {
      this.#timer = setTimeout(() => {
        this.copied = undefined;
        this.#host.requestUpdate();
      }, SHOWN);
    } else {
      selectText(select());
    }
    this.#host.requestUpdate();
    return done;
  }
}

async function write(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    // No permission, a policy of the page, or no secure context: there is no clipboard at all then.
    return false;
  }
}

function selectText(node: Node | null | undefined) {
  if (node) getSelection()?.selectAllChildren(node);
}
