import { LitElement } from 'lit';
import type { PipelineAdapter } from '../../src/adapter/index.js';

type Counts = Record<string, number>;

const nameOf = (element: Element) =>
  [element.localName.replace('golive-', ''), element.getAttribute('lane')]
    .filter(Boolean)
    .join(' ');

/** Counts how often each element renders, whatever makes it. To be stopped at the end. */
export function countRenders() {
  let counts: Counts = {};
  const prototype = LitElement.prototype as unknown as { update(changed: unknown): void };
  const { update } = prototype;
  prototype.update = function (this: LitElement, changed) {
    const name = nameOf(this);
    counts[name] = (counts[name] ?? 0) + 1;
    update.call(this, changed);
  };
  return {
    /** Those since it was asked last. */
    take(): Counts {
      const taken = counts;
      counts = {};
      return taken;
    },
    stop() {
      prototype.update = update;
    },
  };
}

/** An adapter that counts what it is asked for. */
export function countCalls(real: PipelineAdapter) {
  let counts: Counts = {};
  const adapter = new Proxy(real, {
    get(target, name: keyof PipelineAdapter) {
      const method = target[name] as ((...given: unknown[]) => unknown) | undefined;
      if (!method || name === 'now' || name === 'channel') return method;
      return (...given: unknown[]) => {
        counts[name] = (counts[name] ?? 0) + 1;
        return method(...given);
      };
    },
  });
  return {
    adapter,
    /** Those since it was asked last. */
    take(): Counts {
      const taken = counts;
      counts = {};
      return taken;
    },
  };
}
