export interface Option {
  value: string;
  label: string;
}

/**
 * The options with a typed text in them, whatever its case and accents; those that begin with it
 * come first.
 */
export function matching(
  options: readonly Option[],
  text: string,
  fold: (text: string) => string,
): Option[] {
  const plain = (each: string) => fold(each).normalize('NFD').replace(/\p{M}/gu, '').trim();
  const wanted = plain(text);
  const found = options.flatMap((option) => {
    const at = plain(option.label).indexOf(wanted);
    return at < 0 ? [] : [{ option, isLater: at > 0 }];
  });
  return found.sort((a, b) => Number(a.isLater) - Number(b.isLater)).map(({ option }) => option);
}
