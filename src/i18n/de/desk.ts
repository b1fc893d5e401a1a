import type { Language } from '../language.js';

export const desk: Language['desk'] = {
  queue: 'Prüfliste',
  panel: 'Einreichung',
  back: 'Zurück zur Prüfliste',

  keys: 'Tastenkürzel',
  keysWhere:
    'Sie gelten, solange Sie in der Prüfliste oder in einer Einreichung sind, und nicht, während Sie schreiben.',
  keysOn: 'Kürzel aus einer Taste verwenden',
  next: 'Nächste Einreichung',
  previous: 'Vorherige Einreichung',
  open: 'Öffnen',
  search: 'Suchen',
  select: 'Auswählen oder aus der Auswahl nehmen',
  approve: 'Die geöffnete Einreichung freigeben',
  request_changes: 'Änderungen an der geöffneten Einreichung anfordern',
  reject: 'Die geöffnete Einreichung ablehnen',
  asks: 'Bevor etwas gesendet wird, werden Sie gefragt.',
  leave: 'Auswahl aufheben oder zurück zur Prüfliste',
  help: 'Diese Liste anzeigen',
};
