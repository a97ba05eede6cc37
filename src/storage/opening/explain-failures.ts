import type { StoreError } from '#storage/store-error.ts';

type AsyncMethods<Port> = { readonly [Name in keyof Port]: (...values: never[]) => Promise<unknown> };

/** The same port, whose every failure says what is wrong with the store and what to do. */
export function explainFailures<Port extends AsyncMethods<Port>>(
  port: Port,
  explain: (error: unknown) => StoreError,
): Port {
  const methods = Object.entries<(...values: never[]) => Promise<unknown>>(port).map(([name, method]) => [
    name,
    async (...values: never[]) => {
      try {
        return await method(...values);
      } catch (error) {
        throw explain(error);
      }
    },
  ]);
  return Object.fromEntries(methods);
}
