/** Objects that were made before, found again by everything that they depend on. */
export interface StoredObject {
  readonly bytes: Uint8Array;
  /** What the compiler said then. */
  readonly messages: string;
}

export interface ObjectStore {
  /** @param parts All that is known beforehand: job, versions. The headers that were read are the store's to compare. */
  read(parts: unknown): Promise<StoredObject | undefined>;
  /** @param files That were read, relative to the project or absolute. */
  write(parts: unknown, object: StoredObject, files: readonly string[]): Promise<void>;
}

/** Keeps nothing. */
export const NO_STORE: ObjectStore = {
  read: async () => undefined,
  write: async () => undefined,
};
