/** What can be wrong with a form. The comments are the reference in docs/forms.md. */
export const formFaults = [
  /** Two fields have one id. */
  'duplicate_field',
  /** Two steps have one id. */
  'duplicate_step',
  /** A field is called `__proto__`. */
  'reserved_id',
  /** A condition names a field that is not there. */
  'unknown_field',
  /** Conditions depend on themselves; the message names the way round. */
  'circle',
  /** The pattern is no regular expression with the flag `u`. */
  'pattern_syntax',
  /** The pattern can keep an engine busy for ever. */
  'pattern_runaway',
  /** The pattern is too slow for answers as long as the field allows; the message says how long. */
  'pattern_slow',
  /** There is nothing to choose from. */
  'options_missing',
  /** The value of an option is blank. */
  'option_empty',
  /** Two options have one value. */
  'option_duplicate',
  /** A bound is of another type than the answer, or a length no whole number. */
  'bound_type',
  /** `min` is above `max`, or above the number of options. */
  'bounds',
  /** `minLength` is above `maxLength`. */
  'lengths',
  /** The default does not fit its own field. */
  'default',
] as const;
export type FormFault = (typeof formFaults)[number];

/** A form that can't be shown. The message is for whoever wrote the form, and names the field. */
export class FormDefinitionError extends Error {
  override readonly name = 'FormDefinitionError';

  constructor(
    readonly code: FormFault,
    /** A JSON pointer into the form. */
    readonly pointer: string,
    message: string,
  ) {
    super(`${message} (${pointer})`);
  }
}
