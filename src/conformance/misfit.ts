import type * as z from 'zod/mini';

/** Where the first thing that does not fit stands and what belongs there; never its value, which may be a secret. */
export function misfitOf({ issues }: Pick<z.core.$ZodError, 'issues'>): string {
  const [first, ...more] = issues;
  if (!first) return 'nothing';
  const place = `/${first.path.join('/')}`;
  const others = more.length > 0 ? `, and ${more.length} more` : '';
  return `${wrongIn(first)} at ${place}${others}`;
}

function wrongIn(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `no ${issue.expected}`;
    case 'invalid_value':
      return `none of ${issue.values.join(', ')}`;
    case 'invalid_format':
      return `nothing like ${issue.pattern ?? issue.format}`;
    case 'custom':
      return issue.message;
    default:
      return issue.code;
  }
}
