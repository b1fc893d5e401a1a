export const formFaults = [
  'duplicate_field',
  'duplicate_step',
  'reserved_id',
  'unknown_field',
  'circle',
  'pattern_syntax',
  'pattern_runaway',
  'pattern_slow',
  'options_missing',
  'option_empty',
  'option_duplicate',
  'bound_type',
  'bounds',
  'lengths',
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
