import type { Language } from '../language.js';

export const desk: Language['desk'] = {
  queue: 'キュー',
  panel: '申請',
  back: 'キューに戻る',

  keys: 'キーボードショートカット',
  keysFailed: 'キーボードショートカットを読み込めませんでした',
  keysWhere: 'キューまたは申請の中で使用できます。文字の入力中は使用できません。',
  keysOn: '1 つのキーによるショートカットを使用する',
  next: '次の申請',
  previous: '前の申請',
  open: '開く',
  search: '検索',
  select: '選択する、または選択を外す',
  selection: '選択した申請の操作へ移動',
  approve: '開いている申請を承認',
  request_changes: '開いている申請の修正を依頼',
  reject: '開いている申請を却下',
  asks: '送信の前に確認が表示されます。',
  leave: '選択を解除する、またはキューに戻る',
  help: 'この一覧を表示',
};
