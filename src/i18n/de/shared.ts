import type { Language } from '../language.js';

export const shared: Language['shared'] = {
  sandbox: 'Sandbox',
  in_review: 'In Prüfung',
  production: 'Produktion',
  rejected: 'Abgelehnt',
  approved: 'Freigegeben',
  changes_requested: 'Änderungen angefordert',
  loading: 'Wird geladen',
  retry: 'Erneut versuchen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyNamed: '{name} kopieren',
  copiedNamed: '{name} kopiert',
  copyBlocked:
    'Ihr Browser hat das Kopieren blockiert. Der Wert ist markiert: Kopieren Sie ihn mit der Tastatur.',
  stale: 'Das ist womöglich nicht mehr aktuell',
  request: 'Anfrage {id}',
  late: '{age}, überfällig',
  yes: 'Ja',
  no: 'Nein',
  notAnswered: 'Nicht beantwortet',
  changed: 'Geändert',
  added: 'Neu',
  removed: 'Entfernt',
};
