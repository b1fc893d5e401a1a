/** Puts a clipboard of the test's in place of the browser's, for as long as `during` runs. */
export async function withClipboard(
  write: (text: string) => Promise<void>,
  during: () => Promise<void>,
): Promise<void> {
  const before = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: write },
  });
  try {
    await during();
  } finally {
    if (before) Object.defineProperty(navigator, 'clipboard', before);
    else delete (navigator as { clipboard?: unknown }).clipboard;
  }
}
