/** What programs read of a host's answer, and what no person sees as it is. */
const kept = new Set(
  (
    'id version status phase lane role state outcome submissionId subscriptionId fieldId field formVersion allowedActions ' +
    'locks refusals showWhen accept pattern createdAt updatedAt deliveredAt expiresAt validUntil submittedAt decidedAt at'
  ).split(' '),
);
/** Kinds of fields are the kit's; those of credentials and of activity are the host's. */
const isFieldKind = (key: string, text: string) =>
  key === 'kind' &&
  /^(text|textarea|number|boolean|select|multi_select|date|url|email|phone|file|info)$/.test(text);

/** The same value with the next of some texts in place of each text that a person reads or follows. */
export function spoil<T>(value: T, next: () => string, key = ''): T {
  if (typeof value === 'string') {
    return (kept.has(key) || isFieldKind(key, value) ? value : next()) as T;
  }
  if (Array.isArray(value)) {
    return (kept.has(key) ? value : value.map((each) => spoil(each as unknown, next, key))) as T;
  }
  if (typeof value !== 'object' || value === null || kept.has(key)) return value;
  const entries = Object.entries(value).map(([name, each]) => [
    name,
    spoil(each as unknown, next, name),
  ]);
  return Object.fromEntries(entries) as T;
}
