/** The one channel that all processes listen on; a payload is a topic, or `*` for all of them. */
export const CHANNEL = 'golive';
export const subscriptionTopic = (id: string): string => `subscription:${id}`;
/** There is something to send. */
export const OUTBOX_TOPIC = 'outbox';
/** A session has ended; `id` is the hash of its cookie. */
export const sessionTopic = (id: string): string => `session:${id}`;
export const queueTopic = (provider: string): string => `queue:${provider}`;

export interface Topics {
  /** @returns a function that ends it. */
  subscribe(topic: string, listener: () => void): () => void;
  publish(topic: string): void;
}

export function createTopics(): Topics {
  const listeners = new Map<string, Set<() => void>>();
  const call = (those: Iterable<() => void>) => {
    for (const listener of [...those]) listener();
  };
  return {
    subscribe(topic, listener) {
      const those = listeners.get(topic) ?? new Set();
      listeners.set(topic, those.add(listener));
      return () => {
        those.delete(listener);
        if (those.size === 0 && listeners.get(topic) === those) listeners.delete(topic);
      };
    },
    publish(topic) {
      if (topic === '*') for (const those of [...listeners.values()]) call(those);
      else call(listeners.get(topic) ?? []);
    },
  };
}
