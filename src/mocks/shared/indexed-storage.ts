/** Texts by key, which all tabs of a site see at once. */
export interface SharedStorage {
  getItem(key: string): Promise<string | null>;
  setItem(key: string, text: string): Promise<void>;
}

const DATABASE = 'golive-mocks';
const STORE = 'hosts';

/**
 * A storage in IndexedDB. Not `localStorage`: tabs in different processes read it a little late there,
 * and a host that acts on an old state undoes what another tab just did.
 */
export function indexedStorage(): SharedStorage {
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  return {
    async getItem(key) {
      const transaction = (await opened).transaction(STORE, 'readonly');
      const request = transaction.objectStore(STORE).get(key);
      await ended(transaction);
      return (request.result as string | undefined) ?? null;
    },
    async setItem(key, text) {
      const transaction = (await opened).transaction(STORE, 'readwrite');
      transaction.objectStore(STORE).put(text, key);
      await ended(transaction);
    },
  };
}

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error));
  });
