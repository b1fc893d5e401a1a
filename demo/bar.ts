import { html, nothing, render } from 'lit';
import dense from '../src/themes/dense.css?url';
import soft from '../src/themes/soft.css?url';
import '../src/define/languages.js';
import { MAIN_SUBSCRIPTION, type ScenarioName } from '../src/mocks/index.js';
import { host, play } from './backend/backend.js';
import { isBreakable, setLine } from './backend/line.js';
import { accounts } from './session.js';
import {
  choose,
  settings,
  type Language,
  type Line,
  type Seat,
  type Settings,
} from './settings.js';

const pages = {
  '/': 'Developer',
  '/reviews.html': 'Reviewers',
  '/side-by-side.html': 'Side by side',
  '/pieces.html': 'Piece by piece',
};
/** Those whose past differs; what goes wrong on the way is the network's to choose. */
const scenarios: Partial<Record<ScenarioName, string>> = {
  fresh: 'Just subscribed',
  credentials_made: 'Sandbox credentials made',
  in_review: 'In review',
  changes_requested: 'Changes requested',
  rejected: 'Rejected',
  approved: 'Approved',
  paid_unpaid: 'Approved, not paid',
  payment_failed: 'Approved, payment failed',
  credential_expiring: 'Credentials expire in 9 days',
  credential_expired: 'Credentials expired',
  secret_overlap: 'A rotation under way',
  credential_lost: 'Secret never received',
  no_form: 'Plan without a form',
  empty_test_data: 'No test data',
};
const lines: Record<Line, string> = {
  normal: 'Works',
  slow: 'Slow, 1.5 to 4 s',
  failing: 'Server fails',
  offline: 'Offline',
  losing: 'Loses answers to acts',
};
const schemes = { auto: 'As the system', light: 'Light', dark: 'Dark' };
const themes = { neutral: 'Neutral', dense: 'Dense', soft: 'Soft' };
/** Style sheets of the package; without one the elements have their defaults. */
const sheets = { neutral: undefined, dense, soft };
const languages: Record<Language, string> = {
  'en-GB': 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
  ar: 'العربية',
};
const directions = { ltr: 'Left to right', rtl: 'Right to left' };

export interface BarOptions {
  /** Who sits in front of this page. */
  seats: Seat[];
  /** Somebody else signed in, or the line works again. */
  onChange: () => void;
}

applyLook();

/** Draws the demo's controls above the page. */
export function showBar({ seats, onChange }: BarOptions): void {
  const bar = document.querySelector<HTMLElement>('.demo-bar')!;
  let said = '';

  const set = (choice: Partial<Settings>) => {
    choose(choice);
    applyLook();
    draw();
  };
  const act = async (work: () => Promise<void>, done: string) => {
    try {
      await work();
      said = done;
    } catch (thrown) {
      said = thrown instanceof Error ? thrown.message : String(thrown);
    }
    draw();
  };

  const setNetwork = (line: Line) => {
    setLine(line);
    set({ line });
    if (line === 'normal') onChange();
  };

  const draw = () =>
    render(
      html`<details ?open=${settings.isBarOpen} @toggle=${onToggle}>
        <summary>
          Demo
          <span class="now">Started from: ${nameOf(settings.scenario)}. ${lineNow()}</span>
        </summary>
        <nav aria-label="Demo pages">
          ${Object.entries(pages).map(
            ([path, name]) =>
              html`<a href=${path} aria-current=${path === location.pathname ? 'page' : nothing}
                >${name}</a
              >`,
          )}
        </nav>
        <form @submit=${(event: Event) => event.preventDefault()}>
          ${chooser('Start from', scenarios, settings.scenario, (scenario) =>
            act(() => play(scenario), `Started over from ${nameOf(scenario)}`),
          )}
          ${seats.map((seat) =>
            chooser(
              seats.length > 1 ? `Signed in as ${seat}` : 'Signed in',
              accounts[seat],
              settings[seat],
              (account) => {
                set({ [seat]: account });
                onChange();
              },
            ),
          )}
          ${isBreakable ? chooser('Network', lines, settings.line, setNetwork) : nothing}
          ${chooser('Theme', themes, settings.theme, (theme) => set({ theme }))}
          ${chooser('Colours', schemes, settings.scheme, (scheme) => set({ scheme }))}
          ${chooser('Language', languages, settings.language, (language) =>
            set({ language, direction: language === 'ar' ? 'rtl' : 'ltr' }),
          )}
          ${chooser('Direction', directions, settings.direction, (direction) => set({ direction }))}
        </form>
        <div class="acts">
          <button
            type="button"
            @click=${() => act(() => host.completePayment(MAIN_SUBSCRIPTION), 'Paid')}
          >
            Complete payment
          </button>
          <button
            type="button"
            @click=${() => act(() => host.failPayment(MAIN_SUBSCRIPTION), 'The payment failed')}
          >
            Fail payment
          </button>
          <button type="button" @click=${() => act(() => play(settings.scenario), 'Started over')}>
            Start over
          </button>
          <span role="status">${said}</span>
        </div>
      </details>`,
      bar,
    );

  const onToggle = (event: Event) =>
    choose({ isBarOpen: (event.currentTarget as HTMLDetailsElement).open });

  draw();
}

/** What the page takes from the bar. */
function applyLook(): void {
  const { documentElement: page } = document;
  page.dataset['scheme'] = settings.scheme;
  page.dir = settings.direction;
  // The portal around them stays English, and so does the page.
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (element.localName.startsWith('golive-')) element.lang = settings.language;
  }
  showTheme(sheets[settings.theme]);
}

/** As a portal would link one from its pages. */
function showTheme(href: string | undefined): void {
  const link = document.querySelector<HTMLLinkElement>('link[data-theme]');
  if (link?.getAttribute('href') === href) return;
  link?.remove();
  if (!href) return;
  const next = document.createElement('link');
  next.rel = 'stylesheet';
  next.dataset['theme'] = '';
  next.href = href;
  document.head.append(next);
}

function chooser<T extends string>(
  label: string,
  choices: Partial<Record<T, string>>,
  chosen: T,
  onChoose: (choice: T) => unknown,
) {
  return html`<label>
    ${label}
    <select @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value as T)}>
      ${(Object.entries(choices) as [T, string][]).map(
        ([value, name]) =>
          html`<option value=${value} ?selected=${value === chosen}>${name}</option>`,
      )}
    </select>
  </label>`;
}

const lineNow = () => (isBreakable ? `Network: ${lines[settings.line]}` : '');
const nameOf = (scenario: ScenarioName) => scenarios[scenario] ?? scenario;
