/** As much of jsdom as is used here; its types come in a package of their own. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { url: string; pretendToBeVisual: boolean });
    readonly window: Window & typeof globalThis & Record<string, unknown>;
  }
}
