import type { PipelineStore } from 'golive-elements';
import type {} from 'golive-elements/svelte';
import type {} from 'golive-elements/vue';
import type { SvelteHTMLElements } from 'svelte/elements';
import type { GlobalComponents } from 'vue';

declare const store: PipelineStore;

type VueProps<T extends keyof GlobalComponents> = GlobalComponents[T] extends new () => {
  $props: infer P;
}
  ? P
  : never;

export const vueCard: VueProps<'golive-credential-card'> = {
  lane: 'production',
  hideAfter: 5,
  store,
  onGoliveAction: (event) => event.detail.action satisfies string,
};
// @ts-expect-error There is no such lane.
export const wrongVueCard: VueProps<'golive-credential-card'> = { lane: 'staging' };

export const svelteCard: SvelteHTMLElements['golive-credential-card'] = {
  lane: 'production',
  'hide-after': 5,
  store,
  'ongolive-action': (event) => event.detail.action satisfies string,
};
// @ts-expect-error There is no such lane.
export const wrongSvelteCard: SvelteHTMLElements['golive-credential-card'] = { lane: 'staging' };
