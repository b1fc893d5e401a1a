import { html, nothing } from 'lit';
import type { ReviewDetail } from '../../contract/index.js';
import { button } from '../../ui/button.js';
import { alertIcon, checkIcon, commentIcon, copyIcon, icon } from '../../ui/icon.js';
import { renderAnswerValue } from './answer-value.view.js';
import { compareAnswers, type ComparedAnswer } from './answers-diff.js';
import type { DetailModel, DetailWords } from './model.js';
import { isBlank } from './notes-keeper.js';
import { writtenText } from './written-text.js';

/** What others did to the submission while the reviewer was at it. */
export function renderBanner(model: DetailModel, detail: ReviewDetail) {
  const { words, news, written, failure: failed, lookAtNews, goOn } = model;
  const { submission, snapshot } = detail;
  const { review, attempt } = submission;
  const hasNotes = !isBlank(written);
  if (!news && !(review && (hasNotes || failed))) return nothing;
  const edits = news ? editsIn(news, detail) : [];
  const latest = snapshot.submission;
  const next = latest && latest.attempt > attempt ? latest : undefined;
  return html`<div class="notice slim banner warning" part="banner" id="banner" tabindex="-1">
    ${icon(alertIcon)}
    <div>
      <div class="line">
        <div>
          <p class="title">${words.say('panel.changedTitle')}</p>
          <p class="small muted">
            ${news ? whatIsNew(news, edits, words) : whoDecided(review!, words)}
            ${
              next
                ? words.compose('panel.resubmitted', {
                    developer: html`<bdi>${next.submittedBy}</bdi>`,
                    attempt: next.attempt,
                    date: html`<bdi>${words.format.dateTime(next.submittedAt)}</bdi>`,
                  })
                : nothing
            }
            ${news ? nothing : words.say('panel.nothingSent')}
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
      ${edits.length > 0 ? renderEdits(edits, words) : nothing}
      ${!news && hasNotes ? renderOwnNotes(model, next && (() => goOn(next.id))) : nothing}
    </div>
  </div>`;
}

/** So many are shown in place; the rest once the new version is. */
const FEW = 4;

/** What the developer edited, as it is now beside what the reviewer has on the screen. */
function renderEdits(edits: readonly ComparedAnswer[], words: DetailWords) {
  return html`<dl class="edits small">
    ${edits.slice(0, FEW).map(
      (edit) =>
        html`<div>
          <dt><bdi>${edit.label}</bdi></dt>
          <dd>${renderAnswerValue(edit, words)}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Both stand as long as the banner does, and so do their differences. */
const edited = new WeakMap<ReviewDetail, { seen: ReviewDetail; edits: ComparedAnswer[] }>();

function editsIn(news: ReviewDetail, seen: ReviewDetail): ComparedAnswer[] {
  const found = edited.get(news);
  if (found?.seen === seen) return found.edits;
  const edits = compareAnswers(news.submission, seen.submission)
    .flatMap(({ answers }) => answers)
    .filter(({ change }) => change);
  edited.set(news, { seen, edits });
  return edits;
}

function whatIsNew(
  { submission }: ReviewDetail,
  edits: readonly ComparedAnswer[],
  words: DetailWords,
) {
  return edits.length > 0
    ? words.compose('panel.edited', {
        developer: html`<bdi>${submission.submittedBy}</bdi>`,
        fields: html`<bdi>${words.format.list(edits.map(({ label }) => label))}</bdi>`,
      })
    : words.say('panel.newer');
}

type Review = NonNullable<ReviewDetail['submission']['review']>;

function whoDecided({ outcome, reviewer, decidedAt }: Review, words: DetailWords) {
  return words.compose(`panel.${reviewer ? 'by' : 'was'}_${outcome}`, {
    reviewer: html`<bdi>${reviewer}</bdi>`,
    date: html`<bdi>${words.format.dateTime(decidedAt)}</bdi>`,
  });
}

/** What can't be sent any more: to be taken along, copied or thrown away. */
function renderOwnNotes(model: DetailModel, goOn: (() => void) | undefined) {
  const { words, copier, copy, discard, detail } = model;
  const text = writtenText(model);
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
      ${
        goOn
          ? button({
              label: words.say('panel.goOn', { attempt: detail.snapshot.submission!.attempt }),
              look: 'compact primary',
              onPress: goOn,
            })
          : nothing
      }
      ${button({
        label: words.say(isCopied ? 'shared.copied' : 'panel.copyNotes'),
        shape: isCopied ? checkIcon : copyIcon,
        look: 'compact',
        onPress: () => copy('yours', text, words.say('panel.yours')),
      })}
      ${button({ label: words.say('panel.discard'), look: 'compact quiet', onPress: discard })}
    </div>`;
}
