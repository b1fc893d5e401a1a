/** The line to a real host: what goes wrong on it is not the page's to choose. */
export const isBreakable = false;
export const setLine = (): void => undefined;
