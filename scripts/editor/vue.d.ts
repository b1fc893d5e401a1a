import type { HTMLAttributes, PublicProps } from 'vue';
import type { Elements, EventOf, Settable } from './elements.js';

/** `golive-action` → `GoliveAction`, as Vue names listeners. */
type Camel<N extends string> = N extends `${infer A}-${infer B}`
  ? `${Capitalize<A>}${Camel<B>}`
  : Capitalize<N>;

type Props<E extends Elements[keyof Elements]> = Omit<HTMLAttributes, keyof Settable<E>> &
  PublicProps &
  Settable<E> & { [N in E['events'] as `on${Camel<N>}`]?: (event: EventOf<N>) => void };

type Tags = { [T in keyof Elements]: new () => { $props: Props<Elements[T]> } };

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
