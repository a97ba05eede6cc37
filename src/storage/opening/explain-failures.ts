import type { StoreError } from '#storage/store-error.ts';
import { type AsyncMethods, mapMethods } from './map-methods.ts';

/** The same port, whose every failure says what is wrong with the store and what to do. */
export function explainFailures<Port extends AsyncMethods<Port>>(
  port: Port,
  explain: (error: unknown) => StoreError,
): Port {
  return mapMethods(port, (promise) =>
    promise.catch((error: unknown) => {
      throw explain(error);
    }),
  );
}
