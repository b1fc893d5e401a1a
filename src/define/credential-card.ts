import { CredentialCard } from '../elements/credential-card/credential-card.js';
import { define } from './define.js';
import { tags } from './tags.js';

define(tags.credentialCard, CredentialCard);

declare global {
  interface HTMLElementTagNameMap {
    'golive-credential-card': CredentialCard;
  }
}
