/** What hosts and people say in stories beyond what can be read from the element's store. */
export const hostTexts = [
  // No language has another word for these.
  ...['.env', 'curl', 'MB', 'kB', 'B', 'PDF', 'PNG'],
  // Named once, when it was issued.
  'Access token',
  // Notes, templates and words of the page.
  'This host has no valid certificate yet. Please fix it before go-live.',
  'One last thing: the certificate on the callback host.',
  'Certificate of the callback host',
  'Refunds are not described',
  'Contact Northbank',
  'Renew it by {day}.',
  '{day}',
  'Greeting',
  'No licence found',
  // Answers before they were changed, and what was typed.
  'https://hooks.fernwood-ledger.example/v2/northbank',
  'Warn customers before they overdraw',
  '1,000 to 5,000',
  'expected_volume',
  'chart.png',
  'swift',
];

/** Secrets, and the curl line with one in it. */
export const isSecret = (text: string) => /\b(nb_|eyJ)\w+/.test(text);
