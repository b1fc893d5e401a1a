import { html, nothing } from 'lit';
import { NOTES_LIMIT } from '../../contract/review.js';
import { button } from '../../ui/button.js';
import { failure } from '../../ui/failure.js';
import { alertIcon, checkIcon, icon, returnIcon, spinnerIcon } from '../../ui/icon.js';
import type { Bulk } from './bulk.js';
import type { BulkAction } from './selection.js';

/** So many are named before a decision. */
const FEW = 5;

const shapes = {
  approve: { shape: checkIcon, flip: false },
  request_changes: { shape: returnIcon, flip: true },
};

/** Under the list: how many are selected and what can be done with them, or how far that is. */
export function renderBar(bulk: Bulk) {
  const { run, chosen, words, action } = bulk;
  const count = chosen.length;
  const isRunning = run?.isRunning ?? false;
  if (!run && count === 0) return nothing;
  return html`<section
    class="bulk-bar"
    id="bulk"
    part="bulk"
    tabindex="-1"
    aria-label=${words.say('queue.bulk')}
  >
    ${
      run?.error
        ? failure({
            words,
            error: run.error,
            title: words.say('queue.halted', {
              done: run.answered,
              total: run.total,
              count: run.total,
            }),
            isAct: true,
            onRetry: bulk.start,
          })
        : run && !isRunning && !run.isDone
          ? html`<p class="outcome warning">${icon(alertIcon)}${bulk.summaryOf(run)}</p>`
          : nothing
    }
    <div class="actions">
      ${
        isRunning
          ? html`${icon(spinnerIcon, { spin: true })}
              <p class="strong num">
                ${words.say(`queue.${action}Progress`, { done: run!.answered, total: run!.total })}
              </p>
              ${button({
                label: words.say(run!.isStopped ? 'queue.stopping' : 'queue.stop', {
                  count: run!.total,
                }),
                look: 'compact end',
                unavailable: run!.isStopped,
                onPress: bulk.stop,
              })}`
          : run?.isDone
            ? html`<p class="outcome success">${icon(checkIcon)}${bulk.summaryOf(run)}</p>
                ${button({
                  label: words.say('shared.close'),
                  look: 'compact quiet end',
                  onPress: bulk.clear,
                })}`
            : html`<p class="strong num">${words.say('queue.selected', { count })}</p>
                ${button({
                  label: words.say('queue.clearSelection'),
                  look: 'compact quiet',
                  onPress: bulk.clear,
                })}
                <div class="actions end">
                  ${button({
                    label: words.say('queue.approveCount', { count }),
                    look: 'compact',
                    onPress: () => bulk.ask('approve'),
                  })}
                  ${button({
                    label: words.say('queue.request_changes'),
                    look: 'compact',
                    onPress: () => bulk.ask('request_changes'),
                  })}
                </div>`
      }
    </div>
  </section>`;
}

/** Asks before several are decided: what comes of it, for whom, and with which words. */
export function renderQuestion(bulk: Bulk, action: BulkAction) {
  const { words, chosen, notes, isMissing, isTooLong } = bulk;
  const count = chosen.length;
  const more = count - FEW;
  const length = [...notes].length;
  const limit = NOTES_LIMIT;
  const { shape, flip } = shapes[action];
  return html`<div class="head">
      ${icon(shape, { flip })}
      <h3 class="title" id="bulk-title">${words.say(`queue.${action}Title`, { count })}</h3>
    </div>
    <div class="body">
      <div id="bulk-effect">
        <p>${words.say(`queue.${action}Effect`, { count })}</p>
        <ul class="names">
          ${chosen.slice(0, FEW).map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}
          ${
            more > 0
              ? html`<li class="muted">${words.say('queue.andMore', { count: more })}</li>`
              : nothing
          }
        </ul>
      </div>
      <div class="field">
        <label class="label" for="bulk-notes"
          >${words.say('queue.notes', { count })}
          ${
            action === 'approve'
              ? html`<span class="optional">${words.say('queue.optional')}</span>`
              : nothing
          }</label
        >
        <textarea
          class="input"
          id="bulk-notes"
          dir="auto"
          .value=${notes}
          ?autofocus=${action === 'request_changes'}
          aria-invalid=${isMissing || isTooLong ? 'true' : 'false'}
          aria-describedby="bulk-error bulk-help"
          @input=${(event: Event) => bulk.write((event.target as HTMLTextAreaElement).value)}
        ></textarea>
        ${
          isMissing || isTooLong
            ? html`<p class="error" id="bulk-error" role="alert">
                ${icon(alertIcon, { size: 14 })}
                ${isTooLong ? words.say('queue.tooLong', { limit }) : words.sayCode('errors', 'notes_required')}
              </p>`
            : nothing
        }
        <p class="help" id="bulk-help">
          ${words.say('queue.notesFor', { count })}
          ${
            length > limit * 0.9
              ? html`<span class="num"
                  >${words.say('queue.length', { count: words.format.number(length), limit })}</span
                >`
              : nothing
          }
        </p>
      </div>
    </div>
    <div class="foot">
      ${button({
        label: words.say('shared.cancel'),
        autofocus: action === 'approve',
        onPress: () => bulk.ask(undefined),
      })}
      ${button({
        label: words.say(action === 'approve' ? 'queue.approveCount' : 'queue.request_changes', {
          count,
        }),
        look: 'primary',
        onPress: () => bulk.confirm(action),
      })}
    </div>`;
}
