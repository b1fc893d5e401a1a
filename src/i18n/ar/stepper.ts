import type { Language } from '../language.js';

export const stepper: Language['stepper'] = {
  label: 'التقدم نحو الإنتاج',
  sandboxNow: 'التطوير والاختبار',
  sandboxReturned: 'أصلح ما طلبه المراجع، ثم أعد الإرسال',
  sandboxDone: 'مكتمل',
  reviewLater: 'لم يُرسل',
  reviewReturned: 'أُعيدت المحاولة {attempt} في {date}',
  reviewNow: 'أُرسل في {date}، المحاولة {attempt}',
  reviewDone: 'تمت الموافقة في {date}',
  reviewPassed: 'تمت الموافقة',
  reviewRejected: 'رُفض في {date}',
  productionLater: 'مقفلة',
  productionPaymentDue: 'تمت الموافقة، والدفع مستحق',
  productionNow: 'متاحة',
  failed: 'تعذّر تحميل التقدم',
};
