import type { Language } from '../language.js';

export const pipeline: Language['pipeline'] = {
  lanes: 'Environnement',
  failed: 'L’abonnement n’a pas pu être chargé',
  nowInReview: 'Validation en cours',
  nowUnlocked: 'Les identifiants de production sont déverrouillés',
};
