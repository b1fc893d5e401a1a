/** Something of a schema that the form can't say, or says otherwise. */
export interface NotTaken {
  /** A JSON pointer to the part of the schema that holds the keyword. */
  pointer: string;
  keyword: string;
  why: string;
}

export type Schema = Readonly<Record<string, unknown>>;

/** A part of a schema that tells which of its keywords nobody took. */
export interface Part {
  pointer: string;
  /** The keyword's value as it is, to be taken later. */
  peek(keyword: string): unknown;
  /** The keyword's value; undefined where it is absent, or of another type than asked for. */
  take<T extends keyof Types>(keyword: string, type: T): Types[T] | undefined;
  /** Says what becomes of a keyword, whether it is there or not. */
  note(keyword: string, why: string): void;
  /** Says that a keyword was not taken as it stands, if it is there. */
  refuse(keyword: string, why: string): void;
  /** Names every keyword that is left. */
  finish(): void;
}

interface Types {
  any: unknown;
  boolean: boolean;
  number: number;
  string: string;
  list: unknown[];
  object: Schema;
}

export const isSchema = (value: unknown): value is Schema => isOf(value, 'object');

const isOf = (value: unknown, type: keyof Types): boolean => {
  if (type === 'list') return Array.isArray(value);
  if (type === 'object') {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
  return type === 'any' || typeof value === type;
};

/** They say nothing about what fits. */
const ANNOTATIONS = ['$schema', '$id', '$comment', '$defs', 'definitions', '$anchor', 'deprecated'];

export function partOf(schema: Schema, pointer: string, notTaken: NotTaken[]): Part {
  const left = new Set(Object.keys(schema).filter((key) => !ANNOTATIONS.includes(key)));
  const note = (keyword: string, why: string) => {
    notTaken.push({ pointer, keyword, why });
  };
  const refuse = (keyword: string, why: string) => {
    if (Object.hasOwn(schema, keyword)) note(keyword, why);
    left.delete(keyword);
  };
  return {
    pointer,
    note,
    peek: (keyword) => (Object.hasOwn(schema, keyword) ? schema[keyword] : undefined),
    refuse,
    take<T extends keyof Types>(keyword: string, type: T) {
      if (!Object.hasOwn(schema, keyword)) return undefined;
      const value = schema[keyword];
      if (!isOf(value, type)) refuse(keyword, 'its value is none that a schema may have here');
      else left.delete(keyword);
      return isOf(value, type) ? (value as Types[T]) : undefined;
    },
    finish() {
      for (const keyword of left) refuse(keyword, 'a form has nothing that says the same');
    },
  };
}

export const escapePointer = (key: string): string =>
  key.replaceAll('~', '~0').replaceAll('/', '~1');
