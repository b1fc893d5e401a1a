import type { Language } from '../language.js';

export const stepper: Language['stepper'] = {
  label: '本番環境までの進捗',
  sandboxNow: '開発とテスト',
  sandboxReturned: '審査担当者の指摘を修正して再提出してください',
  sandboxDone: '完了',
  reviewLater: '未提出',
  reviewReturned: '{attempt} 回目は {date} に差し戻し',
  reviewNow: '{date} に提出、{attempt} 回目',
  reviewDone: '{date} に承認',
  reviewPassed: '承認済み',
  reviewRejected: '{date} に却下',
  productionLater: 'ロック中',
  productionPaymentDue: '承認済み、支払い待ち',
  productionNow: 'ロック解除済み',
  failed: '進捗を読み込めませんでした',
};
