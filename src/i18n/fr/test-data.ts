import type { Language } from '../language.js';

export const testData: Language['testData'] = {
  title: 'Données de test sandbox',
  view: 'Voir les données de test',
  hide: 'Masquer les données de test',
  count: { one: '{count} entrée', other: '{count} entrées' },
  matching: '{shown} sur {total}',
  search: 'Rechercher dans les données de test',
  clear: 'Effacer la recherche',
  noMatch: 'Aucune entrée ne correspond à «\u00a0{query}\u00a0».',
  type: 'Type',
  name: 'Nom',
  description: 'Description',
  value: 'Valeur',
  empty: 'Le fournisseur n’a pas préparé de données de test pour cette sandbox.',
  docs: 'Documentation de la sandbox',
  failed: 'Les données de test n’ont pas pu être chargées',
};
