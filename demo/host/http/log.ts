/** One line of JSON for each event. What is secret is never handed to it: no header, body or query. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  about?: Record<string, unknown>,
) => void;

export const logToStdout: Log = (level, event, about = {}) => {
  process.stdout.write(
    `${JSON.stringify({ time: new Date().toISOString(), level, event, ...about })}\n`,
  );
};

/** A fault by its kind and place. Its message may repeat what somebody sent, so it stays out. */
export function faultOf(thrown: unknown): Record<string, unknown> {
  if (!(thrown instanceof Error)) return { fault: typeof thrown };
  const { code } = thrown as { code?: unknown };
  const where = thrown.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 4);
  return {
    fault: thrown.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(where ? { where: where.map((line) => line.trim()) } : {}),
  };
}
