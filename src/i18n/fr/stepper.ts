import type { Language } from '../language.js';

export const stepper: Language['stepper'] = {
  label: 'Progression vers la production',
  sandboxNow: 'Développez et testez',
  sandboxReturned: 'Corrigez ce que l’examinateur a demandé, puis soumettez de nouveau',
  sandboxDone: 'Terminé',
  reviewLater: 'Non soumise',
  reviewReturned: 'Tentative {attempt} renvoyée le {date}',
  reviewNow: 'Soumise le {date}, tentative {attempt}',
  reviewDone: 'Approuvée le {date}',
  reviewPassed: 'Approuvée',
  reviewRejected: 'Refusée le {date}',
  productionLater: 'Verrouillée',
  productionPaymentDue: 'Approuvée, paiement dû',
  productionNow: 'Déverrouillée',
  failed: 'La progression n’a pas pu être chargée',
};
