/** What a character or class takes, found out by trial; two that share a bit can take the same. */
export function classReader(source: string): (text: string) => bigint {
  const escaped = [...source.matchAll(ESCAPE)].map(([, ...codes]) =>
    String.fromCodePoint(...codes.flatMap((code) => (code ? [Number.parseInt(code, 16)] : []))),
  );
  const samples = [...new Set([...SAMPLES, ...source, ...escaped.flatMap((text) => [...text])])];
  const known = new Map<string, bigint>();
  // No sample may tell of what such a class has in common with another one.
  const hasScripts = OTHER_PROPERTY.test(source);
  return (text) => {
    let takes = known.get(text);
    if (takes === undefined) {
      const one = new RegExp(`^${text}$`, 'u');
      const taken = samples.map((sample) => one.test(sample));
      const isWide =
        text.length > 2 && (OTHER_PROPERTY.test(text) || taken.slice(0x80).some(Boolean));
      const bits = [hasScripts && (isWide || text === '.' || /^\\[DSW]$/.test(text)), ...taken];
      takes = bits.reduce((sum, bit, index) => (bit ? sum | (1n << BigInt(index)) : sum), 0n);
      // Whatever it takes, it shares with itself.
      takes |= 1n << BigInt(bits.length + known.size);
      known.set(text, takes);
    }
    return takes;
  };
}

/** A property that is no general category: a script, say. */
const OTHER_PROPERTY = /\\[pP]\{(?!(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?)\})/;

const ESCAPE =
  /\\u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})|\\u([\da-f]{4})|\\u\{([\da-f]+)\}|\\x([\da-f]{2})/gi;

/** Characters of many sorts. */
const SAMPLES = [
  ...Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)),
  ...'αΩжЖאע٣अगあア中한\u2003\u2028\u3000€–“😀\u{10FFFF}',
];
