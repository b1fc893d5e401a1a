import type { Language } from '../language.js';

export const errors: Language['errors'] = {
  unknown: 'Das hat nicht geklappt. Ihre Eingaben sind nicht verloren.',
  offline:
    'Sie sind offline. Es wurde nichts gesendet. Versuchen Sie es erneut, sobald Sie verbunden sind.',
  network: 'Es kam keine Antwort.',
  network_act: 'Es kam keine Antwort. Möglicherweise wurde die Aktion trotzdem ausgeführt.',
  timeout: 'Der Server hat zu lange gebraucht.',
  timeout_act:
    'Der Server hat zu lange gebraucht. Möglicherweise wurde die Aktion trotzdem ausgeführt.',
  unreadable: 'Der Server hat eine Antwort gesendet, die diese Seite nicht versteht.',
  internal: 'Auf dem Server ist ein Fehler aufgetreten. Versuchen Sie es gleich noch einmal.',
  invalid: 'Der Server hat das nicht angenommen.',
  not_signed_in:
    'Sie sind abgemeldet. Melden Sie sich an, und versuchen Sie es erneut; Ihre Eingaben bleiben erhalten.',
  forbidden: 'Dazu sind Sie nicht berechtigt.',
  not_found: 'Das gibt es nicht, oder Sie dürfen es nicht sehen.',
  too_large: 'Das ist zu groß zum Senden.',
  too_many_requests: 'Zu viele Anfragen. Warten Sie kurz, und versuchen Sie es dann erneut.',
  idempotency_in_progress: 'Das wird gerade noch ausgeführt. Versuchen Sie es gleich noch einmal.',
  idempotency_key_reused:
    'Das wurde schon einmal mit anderem Inhalt gesendet. Laden Sie die Seite neu.',
  version_conflict: 'Es wurde geändert, seit Sie es geöffnet haben.',
  subscription_inactive: 'Das Abonnement ist nicht aktiv.',
  not_approved: 'Verfügbar, sobald der Anbieter die Einreichung freigegeben hat.',
  in_review: 'Verfügbar, sobald die Prüfung abgeschlossen ist.',
  rejected: 'Die Einreichung wurde abgelehnt.',
  payment_pending: 'Zuerst muss der Tarif bezahlt werden.',
  payment_failed: 'Die Zahlung ist fehlgeschlagen. Aktualisieren Sie zuerst das Zahlungsmittel.',
  already_in_review: 'Es ist bereits in Prüfung.',
  already_in_production: 'Es ist bereits in Produktion.',
  credentials_exist: 'Es gibt bereits Zugangsdaten.',
  credentials_missing: 'Verfügbar, sobald es Sandbox-Zugangsdaten gibt.',
  credentials_expired: 'Die Zugangsdaten sind abgelaufen.',
  credentials_changed: 'Die Zugangsdaten wurden inzwischen geändert.',
  secret_missing: 'Dieses Secret gilt nicht mehr.',
  no_secret: 'Diese Zugangsdaten haben kein Secret.',
  not_supported: 'Der Anbieter stellt das nicht bereit.',
  form_changed:
    'Das Formular wurde inzwischen geändert. Sehen Sie Ihre Antworten durch, und senden Sie sie erneut.',
  form_invalid:
    'Dieses Formular enthält einen Fehler und kann nicht angezeigt werden. Der Anbieter muss ihn beheben.',
  answers_invalid: 'Einige Antworten müssen überarbeitet werden.',
  not_in_review: 'Es ist nicht mehr in Prüfung.',
  own_submission: 'Das ist Ihre eigene Einreichung, daher muss jemand anderes entscheiden.',
  notes_required: 'Schreiben Sie, was sich ändern muss.',
};
