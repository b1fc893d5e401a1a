import type { Language } from '../language.js';

export const outcome: Language['outcome'] = {
  rejected: 'Einreichung abgelehnt',
  attempt: 'Versuch\u00a0{attempt}',
  fieldNotes: {
    one: '{count} Anmerkung zu einem Feld',
    other: '{count} Anmerkungen zu Feldern',
  },
  edit: 'Einreichung bearbeiten',
  goToSubmission: 'Zu „Zur Prüfung einreichen“',
  goToProduction: 'Zu den Produktions-Zugangsdaten',
  failed: 'Das Ergebnis der Prüfung konnte nicht geladen werden',
};
