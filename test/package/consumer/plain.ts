import 'golive-elements/define/stepper.js';
import { createStaticStore, defineAll, type PipelineStore } from 'golive-elements';
import { createHttpAdapter } from 'golive-elements/adapter';
import { credential, type Snapshot } from 'golive-elements/contract';
import { PipelineStepper } from 'golive-elements/elements/stepper.js';
import { createDemoHost } from 'golive-elements/mocks';
import { permit } from 'golive-elements/rules';
import { createStore } from 'golive-elements/store';

declare const snapshot: Snapshot;
const store: PipelineStore = createStaticStore(snapshot);

const stepper = document.querySelector('golive-stepper')!;
stepper.store = store;
stepper.store = undefined;
// @ts-expect-error A store is no text.
stepper.store = 'sub_42';

stepper.strings = { stepper: { productionLater: 'Closed' }, errors: { quota_used_up: 'Too many' } };
declare const translated: Record<string, Record<string, string>>;
stepper.strings = translated;
// @ts-expect-error There is no such phrase.
stepper.strings = { stepper: { productionLatter: 'Closed' } };

document.addEventListener('golive-action', ({ detail }) => detail.action satisfies string);
// @ts-expect-error There is no such detail.
document.addEventListener('golive-changed', ({ detail }) => detail.secret as string);

customElements.define('acme-stepper', class extends PipelineStepper {});
defineAll({ prefix: 'acme' });
export const others = [createHttpAdapter, createStore, createDemoHost, permit, credential];
