import { fixture, html } from '@open-wc/testing';
import type { DeveloperPipeline } from '../../src/composed/pipeline/pipeline.js';
import '../../src/define/pipeline.js';
import { settled } from './stories.js';
import { waitUntil } from './wait-until.js';

/** The developer's page as a person meets it; only this file knows what is inside. */
export function pipelineHarness(pipeline: DeveloperPipeline) {
  const root = pipeline.shadowRoot!;
  const isShown = (element: Element) => (element as HTMLElement).offsetParent !== null;
  const tabs = () => [...root.querySelectorAll<HTMLElement>('[role=tab]')];
  const find = (selector: string) => root.querySelector<HTMLElement>(selector);

  return {
    pipeline,
    /** The elements that can be seen, in the order in which they are read. */
    shown: () =>
      [...root.querySelectorAll('*')]
        .filter((element) => element.localName.startsWith('golive-') && isShown(element))
        .map((element) => element.getAttribute('lane') ?? element.localName.slice(7)),
    tabs: () => tabs().map((tab) => tab.textContent.trim()),
    openTab: () =>
      tabs()
        .find((tab) => tab.ariaSelected === 'true')
        ?.textContent?.trim(),
    /** What every tab controls exists, and carries its name. */
    panelOf: (name: string) => {
      const tab = tabs().find(({ textContent }) => textContent.trim() === name)!;
      const panel = root.getElementById(tab.getAttribute('aria-controls')!)!;
      const label = root.getElementById(panel.getAttribute('aria-labelledby')!)!;
      return { name: label.textContent.trim(), role: panel.role, isShown: isShown(panel) };
    },
    async pressTab(name: string) {
      tabs()
        .find(({ textContent }) => textContent.trim() === name)!
        .click();
      await settled(pipeline);
    },
    /** Presses a key where the focus is among the tabs. */
    async pressKey(key: string) {
      const tab = tabs().find(({ tabIndex }) => tabIndex === 0)!;
      tab.focus();
      tab.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await settled(pipeline);
    },
    /** The text of what has the focus, however deep. */
    focused: () => {
      let at = root.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.textContent.trim();
    },
    stepNow: () =>
      find('golive-stepper')
        ?.shadowRoot?.querySelector('[aria-current] .label')
        ?.textContent?.trim(),
    alerts: () => [...root.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent),
    announced: () => [...root.children].find(({ role }) => role === 'status')!.textContent.trim(),
    async retry() {
      find('[role=alert] button')!.click();
      await settled(pipeline);
    },
    element: <T extends keyof HTMLElementTagNameMap>(tag: T) => root.querySelector(tag)!,
    lane: (lane: 'sandbox' | 'production') => root.getElementById(lane)!,
    card: (lane: 'sandbox' | 'production') => find(`golive-credential-card[lane=${lane}]`)!,
  };
}

/** A pipeline in a column of some width. */
export async function showPipeline(
  set: Partial<DeveloperPipeline>,
  { width = 1100 }: { width?: number } = {},
) {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.inlineSize = `${width}px`;
  const pipeline = document.createElement('golive-pipeline');
  Object.assign(pipeline, set);
  box.append(pipeline);
  await settled(pipeline);
  const harness = pipelineHarness(pipeline);
  return {
    ...harness,
    async resize(to: number) {
      box.style.inlineSize = `${to}px`;
      await settled(pipeline);
      await settled(pipeline);
    },
    /** Waits until the present step is this one. */
    reaches: (step: string) =>
      waitUntil(() => harness.stepNow()?.startsWith(step), `the step ${step}`),
  };
}
