/** Phrases that are the same in English and in the language: its own words, not forgotten ones. */
export const sameOnPurpose: Record<string, string[]> = {
  de: [
    'fields.optional',
    'queue.optional',
    'shared.sandbox',
    'submission.notesIn',
    'testData.name',
  ],
  es: ['activity.sandbox', 'queue.planFilter', 'shared.sandbox', 'shared.no'],
  fr: [
    'activity.notes',
    'activity.sandbox',
    'credentials.productionWord',
    'panel.note',
    'shared.sandbox',
    'shared.production',
    'submission.minutes',
    'testData.type',
    'testData.description',
  ],
  ja: [],
  ar: [],
};
