import type { Language } from '../language.js';

export const testData: Language['testData'] = {
  title: 'Sandbox-Testdaten',
  view: 'Testdaten anzeigen',
  hide: 'Testdaten ausblenden',
  count: { one: '{count} Eintrag', other: '{count} Einträge' },
  matching: '{shown} von {total}',
  search: 'Testdaten durchsuchen',
  clear: 'Suche leeren',
  noMatch: 'Kein Eintrag passt zu „{query}“.',
  type: 'Typ',
  name: 'Name',
  description: 'Beschreibung',
  value: 'Wert',
  empty: 'Der Anbieter hat für diese Sandbox keine Testdaten hinterlegt.',
  docs: 'Dokumentation zur Sandbox',
  failed: 'Die Testdaten konnten nicht geladen werden',
};
