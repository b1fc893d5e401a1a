import type { Language } from '../language.js';

export const shared: Language['shared'] = {
  sandbox: 'Sandbox',
  in_review: 'En validation',
  production: 'Production',
  rejected: 'Refusée',
  approved: 'Approuvée',
  changes_requested: 'Modifications demandées',
  loading: 'Chargement',
  retry: 'Réessayer',
  cancel: 'Annuler',
  close: 'Fermer',
  copy: 'Copier',
  copied: 'Copié',
  copyNamed: 'Copier {name}',
  copiedNamed: '{name}\u00a0: copié',
  copyBlocked:
    'Votre navigateur a bloqué la copie. La valeur est sélectionnée\u00a0: copiez-la au clavier.',
  stale: 'Ces informations ne sont peut-être plus à jour',
  request: 'Requête {id}',
  late: '{age}, en retard',
  yes: 'Oui',
  no: 'Non',
  notAnswered: 'Sans réponse',
  changed: 'Modifiée',
  added: 'Nouvelle',
  removed: 'Supprimée',
};
