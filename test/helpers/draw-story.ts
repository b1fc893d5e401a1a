import { render, type TemplateResult } from 'lit';

interface Story {
  args?: object;
  render?: (args: never) => unknown;
  /** What a person does first, for states that follow from an act. */
  play?: (context: { canvasElement: HTMLElement }) => Promise<void> | void;
}

/** A story file: its default export and a story each other export. */
export interface StoryFile {
  default: { render?: unknown; args?: object };
  [name: string]: unknown;
}

/** The names of the stories of a file. */
export const storyNames = (file: StoryFile): string[] =>
  Object.keys(file).filter((name) => name !== 'default');

/** Draws a story into a box and gives its first element, rendered. */
export async function drawStory<E extends Element>(
  file: StoryFile,
  name: string,
  box: HTMLElement,
): Promise<E> {
  const story = file[name] as Story;
  const draw = (story.render ?? file.default.render) as (args: object) => TemplateResult;
  render(draw({ ...file.default.args, ...story.args }), box);
  const element = box.firstElementChild as E;
  await settled(element);
  if (story.play) {
    await story.play({ canvasElement: box });
    await settled(element);
  }
  return element;
}

/** Resolves once an element has rendered what it knows. */
export async function settled(element: Element): Promise<void> {
  await nextFrame();
  await (element as { updateComplete?: Promise<unknown> }).updateComplete;
}

export const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Ends what moves, such as a dialog that opens: half a colour has no contrast to be judged. */
export function finishMotion({ shadowRoot }: Element): void {
  for (const animation of shadowRoot?.getAnimations() ?? []) {
    // What goes on for good has no end.
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  }
}
