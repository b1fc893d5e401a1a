import { html, nothing, type TemplateResult } from 'lit';
import { externalIcon, icon } from './icon.js';

/** The address if a link may go there: http, https or mailto; undefined for anything else. */
export function safeAddress(address: string | undefined): string | undefined {
  if (!address) return undefined;
  try {
    const { protocol, href } = new URL(address, document.baseURI);
    return ['https:', 'http:', 'mailto:'].includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

export interface LinkOptions {
  href: string | undefined;
  label: string | TemplateResult;
  /** Looks: `link`, or those of a button. */
  look?: string;
  /** Leads away from the portal: opens beside it. */
  external?: boolean;
  part?: string;
}

/** A link to an address of the host's; nothing where the address can't be trusted. */
export function link({ href, label, look = 'link', external = false, part }: LinkOptions) {
  const address = safeAddress(href);
  if (!address) return nothing;
  return html`<a
    class=${look}
    part=${part ?? nothing}
    href=${address}
    target=${external ? '_blank' : nothing}
    rel=${external ? 'noopener noreferrer' : nothing}
    >${label}${external ? icon(externalIcon, { size: 14, flip: true }) : nothing}</a
  >`;
}
