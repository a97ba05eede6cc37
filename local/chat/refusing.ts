import { ActRefusal } from './local-chat.ts';

/** The local platform throws what its real client would not offer; that is said to the person. */
export async function refusing<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ActRefusal) throw error;
    throw new ActRefusal(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
