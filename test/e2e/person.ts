/** Somebody in front of a page, in whichever browser, who finds everything by its role and name. */
export interface Person {
  visit(address: string): Promise<void>;
  /** Turns to this window, as somebody with several of them does. */
  look(): Promise<void>;
  /** Presses by keyboard what is found. */
  press(name: string, role?: string): Promise<void>;
  fill(name: string, text: string, role?: string): Promise<void>;
  tick(...names: string[]): Promise<void>;
  /** Chooses by what can be read. */
  choose(name: string, option: string): Promise<void>;
  /** Follows a link that opens a page beside this one. */
  followOut(name: string): Promise<Person>;
  /** Closes this page. */
  leave(): Promise<void>;
  /** Waits until something of this role and name is there. */
  find(role: string, name: string): Promise<void>;
  /** Waits until it is gone. */
  miss(role: string, name: string): Promise<void>;
  /** Waits until a text can be read. */
  read(text: string): Promise<void>;
  /** Whether a button is there that takes no press. */
  isUnavailable(name: string): Promise<boolean>;
  /** What the page makes of an expression. */
  run<T>(expression: string): Promise<T>;
}
