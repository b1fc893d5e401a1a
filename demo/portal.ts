import type { DeveloperPipeline, PipelineProvider, ReviewDesk } from '../src/index.js';
import { northbank } from '../src/mocks/demo/northbank.js';
import { signIn } from './session.js';
import type { Seat } from './settings.js';

type Source = DeveloperPipeline | PipelineProvider | ReviewDesk;

const statuses: Record<string, string> = {
  active: 'Active',
  pending_approval: 'Pending approval',
  pending_payment: 'Payment pending',
  payment_failed: 'Payment failed',
  cancelled: 'Cancelled',
  expired: 'Expired',
};

/** The page's own heading and facts follow the same store as the elements. */
export async function showFacts(source: DeveloperPipeline | PipelineProvider): Promise<void> {
  await source.updateComplete;
  const { store } = source;
  const write = (name: string, text: string) => {
    for (const at of document.querySelectorAll(`[data-fact=${name}]`)) at.textContent = text;
  };
  const draw = () => {
    const { value } = store!.state.snapshot;
    if (!value) return;
    const { plan, status } = value;
    write('name', value.name);
    write('plan', plan.name);
    write('status', statuses[status] ?? status);
    write('price', (northbank.prices as Record<string, string>)[plan.id] ?? 'Free');
  };
  store!.subscribe(draw);
  draw();
}

/** Whoever is signed out gets a way back in, and what they had begun is still there. */
export function offerSignIn(source: Source, seat: Seat, account: string): void {
  const notice = document.querySelector<HTMLElement>('.signed-out')!;
  source.addEventListener('golive-auth-required', () => {
    notice.hidden = false;
  });
  notice.querySelector('button')!.addEventListener('click', () => {
    signIn(seat, account);
    notice.hidden = true;
    void source.refresh();
  });
}

/** The subscription that the address names. */
export const subscriptionInAddress = (): string | null =>
  new URL(location.href).searchParams.get('subscription');
