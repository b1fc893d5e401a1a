import type { Language } from '../language.js';

export const testData: Language['testData'] = {
  title: 'サンドボックスのテストデータ',
  view: 'テストデータを表示',
  hide: 'テストデータを非表示',
  count: '{count} 件',
  matching: '{total} 件中 {shown} 件',
  search: 'テストデータを検索',
  clear: '検索をクリア',
  noMatch: '「{query}」に一致する項目はありません。',
  type: '種類',
  name: '名前',
  description: '説明',
  value: '値',
  empty: '提供者はこのサンドボックスにテストデータを用意していません。',
  docs: 'サンドボックスのドキュメント',
  failed: 'テストデータを読み込めませんでした',
};
