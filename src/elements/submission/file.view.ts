import { html, nothing } from 'lit';
import { button } from '../../ui/button.js';
import { icon, fileIcon, plusIcon, refreshIcon, xIcon } from '../../ui/icon.js';
import { kindsText } from './field-problem.js';
import type { ControlModel } from './field.view.js';
import type { Upload } from './upload-controller.js';

/** A file: what is there or on its way, and where to choose or drop one. */
export function renderFile(model: ControlModel) {
  const { field, id, answer, problem, words, services } = model;
  const { uploads } = services;
  const { accept, maxSize } = field;
  const upload = uploads.at(field.id);
  const stored = typeof answer === 'object' && !Array.isArray(answer) ? answer : undefined;
  const shown = upload?.file ?? stored;
  const limits = [
    accept && kindsText(accept, words),
    maxSize && words.say('fields.upTo', { size: words.format.size(maxSize) }),
  ].filter(Boolean);
  const about = [
    shown && `${id}-file`,
    upload?.error && `${id}-upload`,
    `${id}-limits`,
    model.describedBy,
  ].filter(Boolean);
  const onChoose = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) uploads.choose(field, file);
    // The same file once more is a choice as well.
    input.value = '';
  };
  return html`${shown && renderShown(model, shown, upload)}
  ${
    uploads.isPossible
      ? html`<div class="drop">
          <input
            type="file"
            id=${id}
            accept=${accept?.join() ?? nothing}
            aria-describedby=${about.join(' ')}
            aria-invalid=${problem ? 'true' : nothing}
            aria-required=${field.required ? 'true' : nothing}
            @change=${onChoose}
          />
          <span class="button compact"
            >${icon(plusIcon)}${words.say(shown ? 'fields.replaceFile' : 'fields.chooseFile')}</span
          >
          <span class="small muted">${words.say('fields.dropFile')}</span>
          <span class="small muted end" id="${id}-limits">${limits.join(' · ')}</span>
        </div>`
      : html`<output class="small muted" id=${id} tabindex="-1" aria-describedby=${about.join(' ')}
          >${words.say('fields.fileUnsupported')}</output
        >`
  }`;
}

function renderShown(
  { field, id, words, services: { uploads, focus }, onEnter }: ControlModel,
  { name, size }: { name: string; size?: number | undefined },
  upload: Upload | undefined,
) {
  const { code, share, error, stop } = upload ?? {};
  const act = (then: () => void) => () => {
    // The button that was pressed goes away; the focus must not.
    focus(id);
    then();
  };
  return html`<div class="file">
    ${icon(fileIcon)}
    <div>
      <bdi id="${id}-file">${name}</bdi>
      ${size === undefined ? nothing : html`<bdi class="small muted num">${words.format.size(size)}</bdi>`}
      ${
        stop
          ? html`<progress
              max="1"
              value=${share ?? nothing}
              aria-label=${words.say('fields.uploading', { name })}
            ></progress>`
          : error &&
            html`<p class="small muted" id="${id}-upload">
              ${words.sayCode('errors', error.code)}
            </p>`
      }
    </div>
    <div class="actions">
      ${
        code === 'not_uploaded'
          ? button({
              label: words.say('shared.retry'),
              name: words.say('fields.retryNamed', { name }),
              shape: refreshIcon,
              look: 'compact quiet',
              onPress: act(() => uploads.retry(field.id)),
            })
          : nothing
      }
      ${button({
        label: words.say(stop ? 'shared.cancel' : 'fields.remove'),
        name: words.say(stop ? 'fields.cancelNamed' : 'fields.removeNamed', { name }),
        shape: xIcon,
        look: 'compact quiet',
        onPress: act(() => {
          if (upload) uploads.drop(field.id);
          else onEnter('');
        }),
      })}
    </div>
  </div>`;
}
