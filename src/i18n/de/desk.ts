import type { Language } from '../language.js';

export const desk: Language['desk'] = {
  queue: 'Warteschlange',
  panel: 'Einreichung',
  back: 'Zurück zur Warteschlange',

  keys: 'Tastenkürzel',
  keysFailed: 'Die Tastenkürzel konnten nicht geladen werden',
  keysWhere:
    'Sie gelten, solange Sie in der Warteschlange oder in einer Einreichung sind, und nicht, während Sie schreiben.',
  keysOn: 'Kürzel mit einer einzelnen Taste verwenden',
  next: 'Nächste Einreichung',
  previous: 'Vorherige Einreichung',
  open: 'Öffnen',
  search: 'Suchen',
  select: 'Auswählen oder aus der Auswahl nehmen',
  selection: 'Zu dem, was mit der Auswahl getan werden kann',
  approve: 'Die geöffnete Einreichung freigeben',
  request_changes: 'Änderungen an der geöffneten Einreichung anfordern',
  reject: 'Die geöffnete Einreichung ablehnen',
  asks: 'Bevor etwas gesendet wird, werden Sie gefragt.',
  leave: 'Auswahl aufheben oder zurück zur Warteschlange',
  help: 'Diese Liste anzeigen',
};
