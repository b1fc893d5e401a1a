/** After whatever waits for the page to have time. Safari has no idle callbacks. */
export const idle = () =>
  new Promise<unknown>((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));
