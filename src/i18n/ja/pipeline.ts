import type { Language } from '../language.js';

export const pipeline: Language['pipeline'] = {
  lanes: '環境',
  failed: 'サブスクリプションを読み込めませんでした',
  nowInReview: '審査が始まりました',
  nowUnlocked: '本番環境の認証情報のロックが解除されました',
};
