import { html, nothing } from 'lit';
import type { Words } from '../../connect/index.js';
import type { Credential, Lane, SecretState } from '../../contract/index.js';
import type { credentialActs } from '../../i18n/en/credential-acts.js';
import type { credentialKinds, credentials } from '../../i18n/en/credentials.js';
import type { developerErrors } from '../../i18n/en/developer-errors.js';
import type { shared } from '../../i18n/en/shared.js';
import { joined } from '../../i18n/words.js';
import { button } from '../../ui/button.js';
import type { Copier } from '../../ui/copier.js';
import { failure, type FailureOptions } from '../../ui/failure.js';
import { icon, type Shape } from '../../ui/icon.js';
import { link } from '../../ui/link.js';
import type { LoadNotice } from '../../ui/load-notice.js';
import { presentSecrets, type LaneSlice, type Verb } from './lane-slice.js';
import type { EndedSecret } from './lane-watch.js';

export type CardSections = {
  credentials: typeof credentials;
  credentialKinds: typeof credentialKinds;
  shared: typeof shared;
  errors: typeof developerErrors;
};
export type CardWords = Words<CardSections>;
/** With those that come with its acts. */
export type ActsWords = Words<CardSections & { credentials: typeof credentialActs }>;

/** What is confirmed before it is done. */
export type ActQuestion =
  | { verb: 'regenerate' }
  /** `name` is the value whose secret it is. */
  | { verb: 'rotate_secret'; name: string }
  | { verb: 'retire_secret'; secret: SecretState };
export type Question =
  | ActQuestion
  /** To let go of a secret that may not be saved; `held` is the act that it came by. */
  | { verb: 'close'; held: Verb };

/** What has to be said after a secret went, or never came. */
export interface Notice {
  what: 'hidden' | 'signedOut' | 'replaced' | 'tokenLost';
  /** The act that it came by. */
  verb: Verb;
}

export interface CardModel {
  lane: Lane;
  slice: LaneSlice;
  words: CardWords;
  copier: Copier;
  now: number;
  /** Milliseconds until a time; the card is drawn again as they pass. */
  left: (time: string) => number;
  /** The old secrets that still work beside a new one. */
  overlaps: readonly SecretState[];
  /** Those that ended while the card was looked at. */
  ended: readonly EndedSecret[];
  /** The credential exists, and nobody has its secret. */
  isLost: boolean;
  /** How it was lost, in words, where that is known. */
  loss?: string | undefined;
  /** What else has to be said of it, drawn. */
  notice?: unknown;
  failures: Omit<FailureOptions, 'words'>[];
  onAct: (verb: Verb) => void;
  onAsk: (question: ActQuestion) => void;
  /** `id` is that of the node with the value, to be selected where copying is blocked. */
  onCopy: (id: string, name: string, value: string) => void;
  onEditSubmission: () => void;
  load: LoadNotice;
}

/** An act's button: pending while it is done, unavailable while another is, or where refused. */
export function actButton(
  { slice, words }: CardModel,
  verb: Verb,
  options: {
    onPress: () => void;
    shape?: Shape;
    look?: string;
    name?: string;
    /** Something has to be done before it; the reason stands at `describedBy`. */
    isHeld?: boolean;
    describedBy?: string | undefined;
    onRefused?: () => void;
  },
) {
  const pending = slice.pending === verb;
  return button({
    ...options,
    label: words.say(pending ? `credentials.${verb}Pending` : `credentials.${verb}`),
    pending,
    unavailable: slice.pending !== undefined || slice[verb] !== undefined || !!options.isHeld,
    describedBy: options.describedBy ?? (slice[verb] && 'why'),
  });
}

/** Buttons; under them why some are refused, and what failed. */
export function renderActions(model: CardModel, verbs: Verb[], buttons: unknown) {
  const { slice, words } = model;
  const codes = new Set(verbs.map((verb) => slice[verb]).filter((code) => code !== undefined));
  return html`<div class="actions" part="actions">${buttons}</div>
    ${
      codes.size > 0
        ? html`<p class="small muted" id="why">
            ${joined([...codes].map((code) => words.sayCode('errors', code)))}
          </p>`
        : nothing
    }
    ${renderFailures(model)}`;
}

/** Where to read about the sandbox. */
export const docsLink = ({ lane, slice, words }: CardModel, look = 'link small') =>
  lane === 'sandbox'
    ? link({
        href: slice.links?.sandboxDocs,
        label: words.say('credentials.documentation'),
        look,
        external: true,
      })
    : nothing;

export const renderFailures = ({ words, failures }: CardModel) =>
  failures.map((each) => failure({ words, ...each }));

/** A line of a checklist: its icon and tone, what it says, what it adds. */
export type Check = [shape: Shape, tone: string, text: unknown, detail?: unknown];

export const renderChecks = (checks: Check[], label?: string) =>
  html`<ul class="checks" aria-label=${label ?? nothing}>
    ${checks.map(
      ([shape, tone, text, detail]) =>
        html`<li class=${tone}>
          ${icon(shape, { dashed: tone === 'open' })}
          <div>${text} ${detail ? html`<div class="detail">${detail}</div>` : nothing}</div>
        </li>`,
    )}
  </ul>`;

/** The secret that took the place of an old one. */
export const successor = ({ name }: SecretState, credential: Credential): SecretState | undefined =>
  presentSecrets(credential).find((secret) => secret.name === name);

/** Not a text to be selected or read out dot by dot. */
export const mask = (hint: string, words: CardWords, dots = 12) =>
  html`<span class="mono mask" aria-hidden="true"><i>${'•'.repeat(dots)}</i>${hint}</span
    ><span class="hidden-visually"
      >${hint ? words.say('credentials.hiddenEnding', { hint }) : words.say('credentials.hiddenWhole')}</span
    >`;

/** The act that gives another secret in place of one that is gone. */
export const again = (verb: Verb): Verb => (verb === 'create_credentials' ? 'regenerate' : verb);

/** The head, body and foot of a dialog; `id` is that of its title. */
export const renderDialog = (parts: {
  id: string;
  shape: Shape;
  title: string;
  chip?: unknown;
  body: unknown;
  foot: unknown;
}) =>
  html`<div class="head">
      ${icon(parts.shape)}
      <h3 class="title" id=${parts.id}>${parts.title}</h3>
      ${parts.chip}
    </div>
    <div class="body">${parts.body}</div>
    <div class="foot">${parts.foot}</div>`;
