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
  copy(key: string, value: string, select: () => Node | null | undefined): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#tell(key, write(value), select);
  }

  async #tell(key: string, writing: Promise<boolean>, select: () => Node | null | undefined) {
    const done = await writing;
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

/**
 * Not `async`: what waits keeps its arguments, a browser may ask before it copies, and the value can
 * be a secret. No function in here may use it either.
 */
function write(value: string): Promise<boolean> {
  try {
    return navigator.clipboard.writeText(value).then(
      () => true,
      // No permission, or a policy of the page.
      () => false,
    );
  } catch {
    // No secure context: there is no clipboard at all then.
    return Promise.resolve(false);
  }
}

function selectText(node: Node | null | undefined) {
  if (node) getSelection()?.selectAllChildren(node);
}
