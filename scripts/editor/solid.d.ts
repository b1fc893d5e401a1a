import type { JSX } from 'solid-js';
import type { Elements, EventOf } from './elements.js';

type Props<E extends Elements[keyof Elements]> = Omit<
  JSX.HTMLAttributes<E['element']>,
  keyof E['attributes']
> &
  Partial<E['attributes']> & {
    [P in keyof E['properties'] & string as `prop:${P}`]?: E['properties'][P];
  } & { [N in E['events'] as `on:${N}`]?: (event: EventOf<N>) => void };

type Tags = { [T in keyof Elements]: Props<Elements[T]> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
