// What browsers have, and jsdom has not.
Object.assign(ShadowRoot.prototype, { adoptedStyleSheets: [] });
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});
