import { readdirSync, readFileSync } from 'node:fs';
import type { DefaultTheme } from 'vitepress';
import { elementsOf, nameOf } from './elements.js';

type Items = DefaultTheme.SidebarItem[];

/** The guides in the order and the groups in which the README names them. */
export function guides(): Items {
  const [, list] = /^## Docs$([^]*?)^## /m.exec(readFileSync('README.md', 'utf8'))!;
  const groups: Items = [];
  for (const [, group, text, file] of list!.matchAll(/^### (.+)$|^- \[(.+?)\]\((docs\/.+?)\)/gm)) {
    if (group) groups.push({ text: group, items: [] });
    else groups.at(-1)!.items!.push({ text: text!, link: `/${file}` });
  }
  return groups;
}

const decisions = (): Items =>
  readdirSync('docs/decisions')
    .filter((name) => /^\d/.test(name))
    .map((name) => {
      const [, title] = /^# (.+)$/m.exec(readFileSync(`docs/decisions/${name}`, 'utf8'))!;
      return { text: title!, link: `/docs/decisions/${name}` };
    });

export async function sidebar(): Promise<Items> {
  const elements = (await elementsOf()).map(({ tagName }) => ({
    text: tagName,
    link: `/docs/elements/${nameOf(tagName)}`,
  }));
  return [
    { text: 'GoLive Elements', link: '/' },
    ...guides(),
    { text: 'Elements', items: elements },
    { text: 'Decisions', collapsed: true, items: decisions(), link: '/docs/decisions/' },
  ];
}
