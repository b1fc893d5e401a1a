import type { Language } from '../language.js';

export const pipeline: Language['pipeline'] = {
  lanes: 'البيئة',
  failed: 'تعذّر تحميل الاشتراك',
  nowInReview: 'قيد المراجعة الآن',
  nowUnlocked: 'أصبحت بيانات اعتماد بيئة الإنتاج متاحة',
};
