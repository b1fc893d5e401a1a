/**
 * A call of an endpoint with a token, to be pasted into a POSIX shell. Whatever the texts hold, the
 * shell takes them as they are. Undefined where there is no address that a token may be sent to.
 */
export function curlLine(
  endpoint: string | undefined,
  tokenType: string,
  token: string,
): string | undefined {
  if (!endpoint || !URL.canParse(endpoint)) return undefined;
  const { protocol, href } = new URL(endpoint);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  // Brackets and braces would make curl call several addresses.
  const options = /[[\]{}]/.test(href) ? '-g ' : '';
  return `curl ${options}${quote(href)} \\\n  -H ${quote(`Authorization: ${tokenType} ${token}`)}`;
}

/**
 * A line break would begin another header. A pattern sees one character at a time: what it matched
 * last stays where any script can read it.
 */
const quote = (text: string): string =>
  `'${Array.from(text, (each) => (/\p{Cc}/u.test(each) ? '' : each))
    .join('')
    .replaceAll("'", `'\\''`)}'`;
