import type { Outcome } from '../../contract/index.js';

/** A text of the page's own to begin notes with. */
export interface ReviewTemplate {
  id: string;
  /** What it is chosen by. */
  label: string;
  /** `{name}`, `{plan}`, `{developer}` and `{attempt}` are filled in; other gaps are left to the reviewer. */
  text: string;
  /** The decision that it is for; any when absent. */
  outcome?: Outcome | undefined;
}

/** The gaps of these templates that notes still have. */
export function gapsIn(notes: string, templates: readonly ReviewTemplate[]): string[] {
  const gaps = templates.flatMap(({ text }) => text.match(/\{\w+\}/g) ?? []);
  return [...new Set(gaps)].filter((gap) => notes.includes(gap));
}
