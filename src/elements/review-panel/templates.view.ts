import { html } from 'lit';
import type { ReviewDetail } from '../../contract/index.js';
import { outcomeByAction } from '../../contract/words.js';
import type { DetailModel } from './model.js';
import { decisions } from './sight.js';
import { between, fillTemplate } from './filled-template.js';
import type { ReviewTemplate } from './templates.js';

/** The templates, by the decision that they are for. */
export function renderTemplates({ words, templates, insert, change }: DetailModel) {
  const groups = [
    { label: 'panel.anyDecision' as const, outcome: undefined },
    ...decisions.map((act) => ({ label: `panel.${act}` as const, outcome: outcomeByAction[act] })),
  ]
    .map(({ label, outcome }) => ({
      label,
      items: templates.filter((each) => each.outcome === outcome),
    }))
    .filter(({ items }) => items.length > 0);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // It closes this list, not what this panel stands in.
    event.stopPropagation();
    change({ showsTemplates: false }, 'templates-button');
  };
  return html`<div class="templates" id="templates" @keydown=${onKey}>
    ${groups.map(
      ({ label, items }, at) =>
        html`<div role="group" aria-labelledby="templates-${at}">
          <p class="tiny muted" id="templates-${at}" ?hidden=${groups.length < 2}>
            ${words.say(label)}
          </p>
          ${items.map(
            (template) =>
              html`<button type="button" class="button compact" @click=${() => insert(template)}>
                <bdi>${template.label}</bdi>
              </button>`,
          )}
        </div>`,
    )}
  </div>`;
}

/**
 * Puts a template where the cursor stands. What is selected stays: nothing typed gets lost. The first
 * gap is selected, to be typed over.
 */
export function insertTemplate(
  field: HTMLTextAreaElement,
  { text }: ReviewTemplate,
  { snapshot, submission }: ReviewDetail,
) {
  const at = field.selectionEnd;
  const filled = fillTemplate(text, {
    name: snapshot.name,
    plan: snapshot.plan.name,
    developer: submission.submittedBy,
    attempt: String(submission.attempt),
  });
  const put = between(field.value.slice(0, at), filled, field.value.slice(at));
  field.setRangeText(put.text, at, at, 'end');
  if (put.gap) field.setSelectionRange(at + put.gap[0], at + put.gap[1]);
  field.focus();
}
