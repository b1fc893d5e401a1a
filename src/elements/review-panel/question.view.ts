import { html, nothing } from 'lit';
import type { DecisionAction } from '../../contract/index.js';
import { button } from '../../ui/button.js';
import { alertIcon, commentIcon, icon, xCircleIcon } from '../../ui/icon.js';
import { looks } from './decision.view.js';
import type { DetailModel } from './model.js';
import { gapsIn } from './templates.js';
import { writtenText } from './written-text.js';

/** Asks before a decision is made: what comes of it, and what the developer will read. */
export function renderQuestion(model: DetailModel, act: DecisionAction) {
  const { words, detail, news, written, templates, change, decide } = model;
  const { snapshot } = detail;
  const isUnpaid =
    act === 'approve' && snapshot.locks.production.some((lock) => lock.startsWith('payment'));
  const text = writtenText(model);
  const gaps = gapsIn(written.notes, templates);
  const { shape, flip } = looks[act];
  return html`<div class="head">
      ${icon(act === 'reject' ? xCircleIcon : shape, { flip })}
      <h3 class="title" id="question">
        ${words.compose(`panel.${act}Title`, { name: html`<bdi>${snapshot.name}</bdi>` })}
      </h3>
    </div>
    <div class="body">
      ${
        news
          ? html`<p class="state warning" role="alert">
              ${icon(alertIcon)}<span>${words.say('panel.changedTitle')}</span>
            </p>`
          : nothing
      }
      <div id="effect">
        <p>${words.say(isUnpaid ? 'panel.approveEffectUnpaid' : `panel.${act}Effect`)}</p>
        <p>${words.say(text ? 'panel.theySee' : 'panel.theySeeNone')}</p>
      </div>
      ${
        text
          ? html`<div
              class="field-note earlier quote"
              tabindex="0"
              role="group"
              aria-label=${words.say('panel.yours')}
            >
              ${icon(commentIcon)}<bdi class="text">${text}</bdi>
            </div>`
          : nothing
      }
      ${
        gaps.length > 0
          ? html`<p class="state warning">
              ${icon(alertIcon)}<span
                >${words.say('panel.gapsLeft', { gaps: words.format.list(gaps) })}</span
              >
            </p>`
          : nothing
      }
    </div>
    <div class="foot">
      ${button({
        label: words.say('shared.cancel'),
        // The safe choice, for whoever presses Enter once more.
        autofocus: true,
        onPress: () => change({ asked: undefined }),
      })}
      ${button({
        label: words.say(`panel.${act}`),
        look: act === 'reject' ? 'danger solid' : 'primary',
        onPress: () => decide(act),
      })}
    </div>`;
}
