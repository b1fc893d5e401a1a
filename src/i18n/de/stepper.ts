import type { Language } from '../language.js';

export const stepper: Language['stepper'] = {
  label: 'Fortschritt bis zur Produktion',
  sandboxNow: 'Entwickeln und testen',
  sandboxReturned: 'Beheben, was der Prüfer verlangt, dann erneut einreichen',
  sandboxDone: 'Erledigt',
  reviewLater: 'Nicht eingereicht',
  reviewReturned: 'Versuch {attempt} am {date} zurückgegeben',
  reviewNow: 'Eingereicht am {date}, Versuch {attempt}',
  reviewDone: 'Freigegeben am {date}',
  reviewPassed: 'Freigegeben',
  reviewRejected: 'Abgelehnt am {date}',
  productionLater: 'Gesperrt',
  productionPaymentDue: 'Freigegeben, Zahlung fällig',
  productionNow: 'Freigeschaltet',
  failed: 'Der Fortschritt konnte nicht geladen werden',
};
