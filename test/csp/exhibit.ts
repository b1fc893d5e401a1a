import { drawStory, storyNames, type StoryFile } from '../helpers/draw-story.js';

declare global {
  interface Window {
    /** The names of the stories of a file. */
    storiesOf: (file: string) => string[];
    /** Draws one, in place of the one before. */
    draw: (file: string, name: string) => Promise<void>;
  }
}

/** Puts the stories of these files at the disposal of whoever drives the page. */
export function exhibit(files: Record<string, StoryFile>): void {
  window.storiesOf = (file) => storyNames(files[file]!);
  window.draw = async (file, name) => {
    sessionStorage.clear();
    // A stand-alone build knows every language; who acts in a story speaks English.
    const { args = {} } = files[file]![name] as { args?: { lang?: string } };
    if (args.lang) args.lang = 'en';
    document.querySelector('main')?.remove();
    const box = document.createElement('main');
    document.body.append(box);
    const { localName, shadowRoot } = await drawStory(files[file]!, name, box);
    if (!shadowRoot) throw new Error(`${localName} is not there`);
  };
}
