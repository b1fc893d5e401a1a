import type { Language } from '../language.js';

export const outcome: Language['outcome'] = {
  rejected: '申請が却下されました',
  attempt: '{attempt}\u00a0回目',
  fieldNotes: '項目へのコメント {count} 件',
  edit: '申請を編集',
  goToSubmission: '「審査に提出」へ',
  goToProduction: '本番環境の認証情報へ',
  failed: '審査の結果を読み込めませんでした',
};
