import type { Language } from '../language.js';

export const outcome: Language['outcome'] = {
  rejected: 'Demande refusée',
  attempt: 'tentative\u00a0{attempt}',
  fieldNotes: {
    one: '{count} note sur un champ',
    other: '{count} notes sur des champs',
  },
  edit: 'Modifier la demande',
  goToSubmission: 'Aller à «\u00a0Soumettre à validation\u00a0»',
  goToProduction: 'Aller aux identifiants de production',
  failed: 'Le résultat de la validation n’a pas pu être chargé',
};
