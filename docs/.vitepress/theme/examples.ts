/// <reference types="vite/client" />
import { css, html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { drawStory, type StoryFile } from '../../../test/helpers/draw-story.js';

const folder = '../../../stories';
const files = import.meta.glob<StoryFile>('../../../stories/*.stories.ts');

/** `PaymentDue` → `Payment due` */
const asWords = (name: string) =>
  name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Every story of an element, alive, one at a time. */
export class DocsExamples extends LitElement {
  static override styles = css`
    :host {
      display: block;
      margin-block: 16px;
      font-size: 14px;
      line-height: 20px;
    }
    label {
      display: flex;
      gap: 8px;
      align-items: center;
      color: var(--vp-c-text-2);
    }
    select {
      flex: 0 1 320px;
      min-inline-size: 0;
      min-block-size: 36px;
      padding-inline: 10px;
      border: 1px solid light-dark(#818893, #737c89);
      border-radius: 6px;
      background: var(--vp-c-bg-elv);
      color: var(--vp-c-text-1);
      font: inherit;
    }
    select:focus-visible {
      outline: 2px solid var(--vp-c-brand-1);
      outline-offset: 2px;
    }
    .box {
      margin-block-start: 12px;
      padding: 24px;
      border: 1px solid var(--vp-c-divider);
      border-radius: 8px;
      background: var(--vp-c-bg);
      color: var(--vp-c-text-1);
      overflow: auto;
    }
    @media (width < 640px) {
      .box {
        padding: 12px;
      }
    }
  `;

  /** Which stories, each as `file/Name`. */
  @property() stories = '';
  @state() private chosen = 0;

  override render() {
    return html`<label>
        State
        <select @change=${this.#onChange}>
          ${this.#listed.map(([, name], at) => html`<option value=${at}>${asWords(name!)}</option>`)}
        </select>
      </label>
      ${keyed(this.chosen, html`<div class="box"></div>`)}`;
  }

  override async updated() {
    const [file, name] = this.#listed[this.chosen]!;
    const box = this.renderRoot.querySelector<HTMLElement>('.box')!;
    await drawStory(await files[`${folder}/${file}.stories.ts`]!(), name!, box);
  }

  get #listed() {
    return this.stories.split(' ').map((story) => story.split('/'));
  }

  #onChange = ({ currentTarget }: Event) => {
    this.chosen = Number((currentTarget as HTMLSelectElement).value);
  };
}
customElements.define('docs-examples', DocsExamples);
