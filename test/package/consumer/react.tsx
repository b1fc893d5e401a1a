import type { PipelineStore } from 'golive-elements';
import type {} from 'golive-elements/react';

declare const store: PipelineStore;

export const page = (
  <golive-provider base-url="/api" subscription="sub_42" theme="dark" className="page">
    <golive-stepper store={store} />
    <golive-credential-card
      lane="production"
      hide-after={5}
      ongolive-action={(event) => {
        event.detail.action satisfies string;
        event.preventDefault();
      }}
    />
    {/* @ts-expect-error There is no such lane. */}
    <golive-credential-card lane="staging" />
    {/* @ts-expect-error A store is no text. */}
    <golive-stepper store="sub_42" />
    {/* @ts-expect-error There is no such detail. */}
    <golive-submission ongolive-changed={(event) => event.detail.secret} />
  </golive-provider>
);
