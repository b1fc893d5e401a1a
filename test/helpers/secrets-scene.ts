import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/define/activity.js';
import '../../src/define/credential-card.js';
import '../../src/define/provider.js';
import type { PipelineAdapter } from '../../src/adapter/index.js';
import type { Lane } from '../../src/contract/index.js';
import type { PipelineProvider } from '../../src/composed/provider/provider.js';
import type { CredentialCard } from '../../src/elements/credential-card/credential-card.js';
import { createStore, type PipelineStore } from '../../src/store/index.js';
import { withClipboard } from './clipboard.js';
import { cardHarness } from './credential-card.js';
import { MARK, openLine, type Line, type LineOptions } from './secrets-host.js';
import { emptyStorage, watchForLeaks } from './secrets.js';

export type Placing = 'alone' | 'in a provider';

export interface SceneOptions extends LineOptions {
  subscription?: string;
  lane?: Lane;
  placing?: Placing;
  /** Credentials that were created and saved before. */
  made?: boolean;
}

let open: (() => void)[] = [];

/** Ends what the scenes of a test began; to be called after each test. */
export function endScenes(): void {
  for (const end of open) end();
  open = [];
}

/** A card that shows a subscription of a fake host, with everything around it watched for secrets. */
export async function showCard(options: SceneOptions = {}) {
  const { subscription = 'sub_42', lane = 'sandbox', placing = 'alone', made = false } = options;
  await emptyStorage();
  const line = await openLine(options);
  if (made) await makeCredentials(line, subscription, lane);
  const leaks = watchForLeaks();
  open.push(leaks.leave);
  const adapter = line.connect();
  const { card, provider, store } = await place(adapter, subscription, lane, placing);
  const scene = sceneOf({
    card,
    line,
    leaks,
    subscription,
    provider,
    store: () => store ?? provider?.store,
  });
  await scene.reaches(() => scene.the.buttons.length > 0);
  return scene;
}
export type Scene = Awaited<ReturnType<typeof showCard>>;

async function place(adapter: PipelineAdapter, subscription: string, lane: Lane, placing: Placing) {
  if (placing === 'alone') {
    const store = createStore({ adapter, subscription });
    const card = await fixture<CredentialCard>(
      html`<golive-credential-card lane=${lane} .store=${store}></golive-credential-card>`,
    );
    return { card, store };
  }
  const other = lane === 'sandbox' ? 'production' : 'sandbox';
  const provider = await fixture<PipelineProvider>(
    html`<golive-provider subscription=${subscription} .adapter=${adapter}>
      <section><golive-credential-card lane=${lane}></golive-credential-card></section>
      <golive-credential-card lane=${other}></golive-credential-card>
      <golive-activity></golive-activity>
    </golive-provider>`,
  );
  return { card: provider.querySelector<CredentialCard>('golive-credential-card')!, provider };
}

/** A second page on the same host, such as another tab. */
export async function showBeside({ line, leaks, subscription }: Scene, lane: Lane = 'sandbox') {
  const { card, store } = await place(line.connect(), subscription, lane, 'alone');
  const scene = sceneOf({ card, line, leaks, subscription, store: () => store });
  await scene.reaches(() => scene.the.buttons.length > 0);
  return scene;
}

interface Parts {
  card: CredentialCard;
  line: Line;
  leaks: ReturnType<typeof watchForLeaks>;
  subscription: string;
  provider?: PipelineProvider | undefined;
  store: () => PipelineStore | undefined;
}

function sceneOf({ card, line, leaks, subscription, provider, store }: Parts) {
  const the = cardHarness(card);
  const errors: unknown[] = [];
  const firstStore = store();
  open.push(firstStore!.onError((report) => errors.push(report)));
  leaks.follow(card);

  /** What a page can get hold of beside its elements. */
  const given = () => [
    card,
    firstStore,
    firstStore?.state,
    store(),
    store()?.state,
    errors,
    line.requests,
  ];
  const shown = () => Object.values(the.revealed).filter((value) => value.includes(MARK));

  const scene = {
    card,
    the,
    line,
    leaks,
    subscription,
    provider,
    get store() {
      return store()!;
    },
    /** The secrets that can be read in the dialog. */
    get secrets(): string[] {
      return shown();
    },
    /** Waits for what the card comes to show. */
    reaches: (condition: () => boolean) => reaches(card, condition),
    /** Waits until each act has had its answer, and the state has caught up with it. */
    async isIdle() {
      while (firstStore!.state.pending.size > 0) await nextFrame();
      await the.settled();
    },
    /** Presses a button, answers what is asked first, and waits until a secret is shown. */
    async reveal(act: string) {
      const confirms = act !== 'Create credentials' && act !== 'Generate Token';
      await the.press(act);
      if (confirms) await scene.confirm(act);
      await scene.reaches(() => shown().length > 0);
      await the.settled();
    },
    async confirm(act: string) {
      if (the.hasField('Type production to confirm')) {
        await the.fill('Type production to confirm', 'production');
      }
      await the.press(act);
    },
    /** Does with a secret what one can: copies each value, where that is refused, and saves a file. */
    async use() {
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = () => undefined;
      try {
        await withClipboard(
          () => Promise.reject(new Error('blocked')),
          async () => {
            for (const name of the.buttons.filter((each) => each.startsWith('Copy'))) {
              await the.press(name);
            }
          },
        );
        if (the.has('Download .env')) {
          the.hit('Download .env');
          leaks.look();
          await the.settled();
        }
      } finally {
        HTMLAnchorElement.prototype.click = click;
      }
    },
    /** It can be read in the open dialog, and nowhere else. */
    expectOnlyInDialog() {
      expect(scene.secrets, 'in the dialog').not.to.deep.equal([]);
      expect(leaks.findAround(MARK, ...given())).to.deep.equal([]);
      expect(isLeavingHeldBack(), 'the page asks before it is left').to.equal(true);
    },
    /** It is nowhere in the page by now. */
    expectNowhere() {
      expect(leaks.find(MARK, ...given())).to.deep.equal([]);
      expect(isLeavingHeldBack(), 'the page asks before it is left').to.equal(false);
    },
    /** It is neither in the page nor in anything that the page stored. */
    async expectGone() {
      await scene.isIdle();
      expect(the.revealed).to.deep.equal({});
      scene.expectNowhere();
      expect(await leaks.findStored(MARK)).to.deep.equal([]);
    },
  };
  return scene;
}

const isLeavingHeldBack = () =>
  !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

/** Looks at a condition after each change of a card, and once more at the end of each of its updates. */
function reaches(card: CredentialCard, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!condition()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    observer.observe(card.shadowRoot!, all);
    look();
  });
}

/** Creates credentials beside the page, and says that they were saved. */
async function makeCredentials(line: Line, subscription: string, lane: Lane) {
  const adapter = line.connect();
  const { credential } = await adapter.createCredentials(subscription, lane);
  const secretIds = credential.secrets.map(({ id }) => id);
  await adapter.markDelivered(subscription, lane, { credentialId: credential.id, secretIds });
}
