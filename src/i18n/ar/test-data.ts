import type { Language } from '../language.js';

export const testData: Language['testData'] = {
  title: 'بيانات اختبار بيئة الاختبار',
  view: 'عرض بيانات الاختبار',
  hide: 'إخفاء بيانات الاختبار',
  count: {
    zero: 'لا إدخالات',
    one: 'إدخال واحد',
    two: 'إدخالان',
    few: '{count} إدخالات',
    many: '{count} إدخالًا',
    other: '{count} إدخال',
  },
  matching: '{shown} من {total}',
  search: 'البحث في بيانات الاختبار',
  clear: 'مسح البحث',
  noMatch: 'لا يوجد إدخال يطابق «{query}».',
  type: 'النوع',
  name: 'الاسم',
  description: 'الوصف',
  value: 'القيمة',
  empty: 'لم يُعدّ المزوّد بيانات اختبار لهذه البيئة.',
  docs: 'وثائق بيئة الاختبار',
  failed: 'تعذّر تحميل بيانات الاختبار',
};
