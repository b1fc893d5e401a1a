/** A promise that the host did not keep: what it should have answered, and what it did. */
export class Broken extends Error {
  override readonly name = 'Broken';
  constructor(
    readonly expected: string,
    readonly came: string,
    /** The request that it came of, as `POST /path`. */
    readonly request?: string,
  ) {
    super(`expected ${expected}, came ${came}`);
  }
}

/** A check that could not be made, and why. */
export class Skipped extends Error {
  override readonly name = 'Skipped';
}
