import type { Language } from '../language.js';

export const outcome: Language['outcome'] = {
  rejected: 'رُفض الطلب',
  attempt: 'المحاولة\u00a0{attempt}',
  fieldNotes: {
    zero: 'لا ملاحظات على الحقول',
    one: 'ملاحظة واحدة على حقل',
    two: 'ملاحظتان على الحقول',
    few: '{count} ملاحظات على الحقول',
    many: '{count} ملاحظة على الحقول',
    other: '{count} ملاحظة على الحقول',
  },
  edit: 'تعديل الطلب',
  goToSubmission: 'الانتقال إلى الإرسال للمراجعة',
  goToProduction: 'الانتقال إلى بيانات اعتماد بيئة الإنتاج',
  failed: 'تعذّر تحميل نتيجة المراجعة',
};
