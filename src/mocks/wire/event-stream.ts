import type { Call } from '../host/admission.js';
import type { HostAnswer } from '../host/context.js';
import type { ServedHost } from '../host/host.js';

/** The contract wants one at least every 15 s. */
const HEARTBEAT = 10_000;
/** The longest time that a timer can be set to. */
const FOREVER = 2 ** 31 - 1;

/**
 * The events of a subscription or a queue, until the reader leaves. Each look is a whole operation of
 * its own, so that a reader who loses access loses the stream too.
 */
export function eventStream(
  host: ServedHost,
  call: Call,
  opened: HostAnswer,
  lastEventId: string | null,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let seen = lastEventId;
  let stopListening = () => {};
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const end = () => {
    ended = true;
    stopListening();
    clearInterval(heartbeat);
    clearTimeout(alarm);
  };

  return new ReadableStream({
    start(controller) {
      // Whoever asked may have left while the first look was under way.
      if (signal.aborted) {
        controller.error(signal.reason);
        return;
      }
      const write = (text: string) => {
        controller.enqueue(encoder.encode(text));
      };
      const tell = ({ etag, body, changesAt }: HostAnswer) => {
        if (etag !== seen) {
          seen = etag!;
          write(`event: changed\nid: ${etag}\ndata: ${JSON.stringify(body)}\n\n`);
        }
        clearTimeout(alarm);
        if (changesAt !== undefined) {
          alarm = setTimeout(look, Math.min(Math.max(changesAt - host.now(), 0), FOREVER));
        }
      };
      let looking = false;
      let again = false;
      const look = () => {
        again = looking;
        if (looking) return;
        looking = true;
        void host
          .perform(call)
          .then(
            (outcome) => {
              if (!ended) tell(outcome);
            },
            () => {
              if (!ended) controller.close();
              end();
            },
          )
          .finally(() => {
            looking = false;
            if (again && !ended) look();
          });
      };

      write(':\n\n');
      tell(opened);
      stopListening = host.onChange(look);
      heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT);
      signal.addEventListener('abort', () => {
        if (ended) return;
        end();
        controller.error(signal.reason);
      });
    },
    cancel: end,
  });
}
