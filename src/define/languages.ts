/**
 * Makes known the languages that come with the kit. Each is fetched once an element stands where it
 * is spoken.
 */
import { addLanguage } from '../i18n/languages.js';

addLanguage('de', async () => (await import('../i18n/de.js')).de);
addLanguage('es', async () => (await import('../i18n/es.js')).es);
addLanguage('fr', async () => (await import('../i18n/fr.js')).fr);
addLanguage('ja', async () => (await import('../i18n/ja.js')).ja);
addLanguage('ar', async () => (await import('../i18n/ar.js')).ar);
