/** @jsxImportSource solid-js */
import type { PipelineStore } from 'golive-elements';
import type {} from 'golive-elements/solid';

declare const store: PipelineStore;

export const page = (
  <golive-provider base-url="/api" subscription="sub_42">
    <golive-stepper prop:store={store} />
    <golive-credential-card
      lane="production"
      on:golive-action={(event) => event.detail.action satisfies string}
    />
    {/* @ts-expect-error There is no such lane. */}
    <golive-credential-card lane="staging" />
    {/* @ts-expect-error A store is no text. */}
    <golive-stepper prop:store="sub_42" />
  </golive-provider>
);
