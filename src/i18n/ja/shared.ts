import type { Language } from '../language.js';

export const shared: Language['shared'] = {
  sandbox: 'サンドボックス',
  in_review: '審査中',
  production: '本番環境',
  rejected: '却下',
  approved: '承認済み',
  changes_requested: '修正依頼あり',
  loading: '読み込み中',
  retry: '再試行',
  cancel: 'キャンセル',
  close: '閉じる',
  copy: 'コピー',
  copied: 'コピーしました',
  copyNamed: '{name}をコピー',
  copiedNamed: '{name}をコピーしました',
  copyBlocked:
    'ブラウザーによってコピーがブロックされました。値は選択されています。キーボードでコピーしてください。',
  stale: '最新の情報ではない可能性があります',
  request: 'リクエスト {id}',
  late: '{age}、期限超過',
  yes: 'はい',
  no: 'いいえ',
  notAnswered: '未回答',
  changed: '変更',
  added: '新規',
  removed: '削除',
};
