import type { Language } from '../language.js';

export const testData: Language['testData'] = {
  title: 'البيانات التجريبية',
  view: 'عرض البيانات التجريبية',
  hide: 'إخفاء البيانات التجريبية',
  count: {
    zero: 'لا إدخالات',
    one: 'إدخال واحد',
    two: 'إدخالان',
    few: '{count} إدخالات',
    many: '{count} إدخالًا',
    other: '{count} إدخال',
  },
  matching: '{shown} من {total}',
  search: 'البحث في البيانات التجريبية',
  clear: 'مسح البحث',
  noMatch: 'لا يوجد إدخال يطابق «{query}».',
  type: 'النوع',
  name: 'الاسم',
  description: 'الوصف',
  value: 'القيمة',
  empty: 'لم يُعدّ المزوّد بيانات تجريبية لهذه البيئة.',
  docs: 'وثائق بيئة الاختبار',
  failed: 'تعذّر تحميل البيانات التجريبية',
};
