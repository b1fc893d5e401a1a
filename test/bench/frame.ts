/** Frames to wait for before something counts as never painted. */
const PATIENCE = 300;

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

const { port1, port2 } = new MessageChannel();
port1.start();

/** The first task after the frame that is under way has been painted. */
const afterFrame = () =>
  new Promise<void>((resolve) => {
    port1.addEventListener('message', () => resolve(), { once: true });
    port2.postMessage(undefined);
  });

/**
 * Milliseconds from an act to the end of the frame that shows its effect. The act is done where a frame
 * begins, so that nothing of it is a wait for the screen; what takes another frame counts in full.
 */
export async function timeToPaint(act: () => void, isShown: () => boolean): Promise<number> {
  await afterFrame();
  await nextFrame();
  const start = performance.now();
  act();
  for (let frames = 0; frames < PATIENCE; frames += 1) {
    await afterFrame();
    if (isShown()) return performance.now() - start;
    await nextFrame();
  }
  throw new Error('what was waited for was never painted');
}

/** Lets the page come to rest. */
export async function rest(): Promise<void> {
  for (let frames = 0; frames < 3; frames += 1) await nextFrame();
  await afterFrame();
}
