import type { Language } from '../language.js';

export const desk: Language['desk'] = {
  queue: 'File d’attente',
  panel: 'Demande',
  back: 'Retour à la file d’attente',

  keys: 'Raccourcis clavier',
  keysFailed: 'Les raccourcis clavier n’ont pas pu être chargés',
  keysWhere:
    'Ils fonctionnent dans la file d’attente ou dans une demande, mais pas pendant la saisie.',
  keysOn: 'Utiliser les raccourcis à une touche',
  next: 'Demande suivante',
  previous: 'Demande précédente',
  open: 'L’ouvrir',
  search: 'Rechercher',
  select: 'La sélectionner ou la retirer de la sélection',
  selection: 'Aller aux actions pour la sélection',
  approve: 'Approuver la demande ouverte',
  request_changes: 'Demander des modifications pour la demande ouverte',
  reject: 'Refuser la demande ouverte',
  asks: 'Une confirmation est demandée avant tout envoi.',
  leave: 'Annuler la sélection ou revenir à la file d’attente',
  help: 'Afficher cette liste',
};
