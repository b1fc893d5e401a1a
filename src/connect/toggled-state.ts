/** A custom state of an element; a `toggle` event tells of each change. */
export class ToggledState {
  #host: HTMLElement;
  #name: string;
  // Held, for WebKit forgets what is in it with the object that it gave.
  #states: CustomStateSet;

  constructor(host: HTMLElement, name: string) {
    this.#host = host;
    this.#name = name;
    this.#states = host.attachInternals().states;
  }

  set(isOn: boolean) {
    if (isOn === this.#states.has(this.#name)) return;
    this.#states[isOn ? 'add' : 'delete'](this.#name);
    this.#host.dispatchEvent(new Event('toggle'));
  }
}
