import type { Field } from '../../contract/index.js';
import { dayText } from '../../ui/answer.js';
import type { SubmissionWords } from './submission.js';

/** What is wrong with an answer, with the bound it broke. */
export function problemText(
  field: Field,
  code: string,
  words: SubmissionWords,
  takesFiles = false,
): string {
  const { kind, options, patternMessage, accept, maxSize } = field;
  const isFile = kind === 'file';
  const isDate = kind === 'date';
  const bounds: Record<string, [name: 'min' | 'max', value: number | string | undefined]> = {
    min: ['min', field.min],
    max: ['max', field.max],
    min_length: ['min', field.minLength],
    max_length: ['max', field.maxLength],
  };
  if (isFile && code === 'max' && maxSize) {
    return words.say('fields.maxFile', { bound: words.format.size(maxSize) });
  }
  const [name, bound = 0] = (Object.hasOwn(bounds, code) && bounds[code]) || [];
  if (name) {
    if (name !== code) return words.say(`fields.${name}Length`, { count: bound });
    if (options) return words.say(`fields.${name}Choice`, { count: bound });
    return words.say(`fields.${name}${isDate ? 'Date' : ''}`, {
      bound: isDate ? dayText(String(bound), words) : bound,
    });
  }
  if (code === 'pattern' && patternMessage) return patternMessage;
  if (isFile && code === 'option' && accept) {
    return words.say('fields.error_file_option', { kinds: kindsText(accept, words) });
  }
  if (code === 'type' && kind === 'number') {
    return words.say(field.integer ? 'fields.error_integer' : 'fields.error_number', {
      whole: 1200,
      part: 0.5,
    });
  }
  if (code !== 'required') {
    return words.sayCode('fields', `error_${code === 'type' ? kind : code}`);
  }
  if (options) return words.say('fields.requiredChoice');
  if (isFile) return words.say(takesFiles ? 'fields.required_file' : 'fields.required_nowhere');
  return words.say(kind === 'boolean' ? 'fields.required_boolean' : 'fields.required');
}

/** Kinds of files as people call them: `.pdf` and `application/pdf` are PDF, `image/*` is image. */
export const kindsText = (accept: readonly string[], { format }: SubmissionWords): string =>
  format.list([
    ...new Set(
      accept.map((each) =>
        each.endsWith('/*') ? each.slice(0, -2) : each.replace(/^.*[./]/, '').toUpperCase(),
      ),
    ),
  ]);
