import type { HTMLAttributes } from 'svelte/elements';
import type { Elements, EventOf, Settable } from './elements.js';

type Props<E extends Elements[keyof Elements]> = Omit<
  HTMLAttributes<E['element']>,
  keyof Settable<E>
> &
  Settable<E> & { [N in E['events'] as `on${N}`]?: (event: EventOf<N>) => void };

type Tags = { [T in keyof Elements]: Props<Elements[T]> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
