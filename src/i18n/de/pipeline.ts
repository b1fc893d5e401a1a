import type { Language } from '../language.js';

export const pipeline: Language['pipeline'] = {
  lanes: 'Umgebung',
  failed: 'Das Abonnement konnte nicht geladen werden',
  nowInReview: 'Jetzt in Prüfung',
  nowUnlocked: 'Die Produktions-Zugangsdaten sind freigeschaltet',
};
