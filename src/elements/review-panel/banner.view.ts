import { html, nothing } from 'lit';
import type { ReviewDetail } from '../../contract/index.js';
import { button } from '../../ui/button.js';
import { alertIcon, checkIcon, commentIcon, copyIcon, icon } from '../../ui/icon.js';
import { compareAnswers } from './answers-diff.js';
import type { PanelModel } from './model.js';
import { filledNotes, isBlank } from './notes-keeper.js';

/** What others did to the submission while the reviewer was at it. */
export function renderBanner(model: PanelModel, detail: ReviewDetail) {
  const { words, news, written, failure: failed, lookAtNews } = model;
  const { review } = detail.submission;
  const hasNotes = !isBlank(written);
  if (!news && !(review && (hasNotes || failed))) return nothing;
  const what = news ? whatIsNew(news, detail, words) : whoDecided(review!, words);
  return html`<div class="notice slim banner warning" part="banner" id="banner" tabindex="-1">
    ${icon(alertIcon)}
    <div>
      <div class="line">
        <div>
          <p class="title">${words.say('panel.changedTitle')}</p>
          <p class="small muted">
            ${what} ${news ? nothing : words.say('panel.nothingSent')}
            ${hasNotes ? words.say(news ? 'panel.kept' : 'panel.keptBelow') : nothing}
          </p>
        </div>
        ${
          news
            ? button({
                label: words.say('panel.showNew'),
                look: 'compact end',
                onPress: lookAtNews,
              })
            : nothing
        }
      </div>
      ${!news && hasNotes ? renderOwnNotes(model) : nothing}
    </div>
  </div>`;
}

function whatIsNew(news: ReviewDetail, seen: ReviewDetail, words: PanelModel['words']) {
  const edited = compareAnswers(news.submission, seen.submission)
    .flatMap(({ answers }) => answers)
    .filter(({ change }) => change)
    .map(({ label }) => label);
  return edited.length > 0
    ? words.say('panel.edited', { fields: words.format.list(edited) })
    : words.say('panel.newer');
}

type Review = NonNullable<ReviewDetail['submission']['review']>;

function whoDecided({ outcome, reviewer, decidedAt }: Review, words: PanelModel['words']) {
  return words.compose(`panel.${reviewer ? 'by' : 'was'}_${outcome}`, {
    reviewer: html`<bdi>${reviewer}</bdi>`,
    date: words.format.dateTime(decidedAt),
  });
}

/** What can't be sent any more, to be copied or thrown away. */
function renderOwnNotes({ words, written, groups, copier, copy, discard }: PanelModel) {
  const answers = groups.flatMap((group) => group.answers);
  const lines = filledNotes(written).map(({ fieldId, note }) => {
    const field = answers.find((each) => each.fieldId === fieldId);
    return `${field?.label ?? fieldId}: ${note}`;
  });
  const text = [written.notes.trim(), ...lines].filter(Boolean).join('\n\n');
  const isCopied = copier.copied === 'yours';
  return html`<div class="field-note earlier">
      ${icon(commentIcon)}<bdi class="text" id="yours">${text}</bdi>
    </div>
    ${
      copier.blocked === 'yours'
        ? html`<p class="small muted">${words.say('shared.copyBlocked')}</p>`
        : nothing
    }
    <div class="actions">
      ${button({
        label: words.say(isCopied ? 'shared.copied' : 'panel.copyNotes'),
        shape: isCopied ? checkIcon : copyIcon,
        look: 'compact',
        onPress: () => copy('yours', text, words.say('panel.yours')),
      })}
      ${button({ label: words.say('panel.discard'), look: 'compact quiet', onPress: discard })}
    </div>`;
}
