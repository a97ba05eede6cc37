type AsyncMethod = (...values: never[]) => Promise<unknown>;

/** A port all of whose methods promise something. */
export type AsyncMethods<Port> = { readonly [Name in keyof Port]: AsyncMethod };

/** The same port, with something done about what each of its methods promises. */
export function mapMethods<Port extends AsyncMethods<Port>>(
  port: Port,
  handle: <Value>(promise: Promise<Value>) => Promise<Value>,
): Port {
  const methods = Object.entries<AsyncMethod>(port).map(([name, method]) => [
    name,
    async (...values: never[]) => handle(method(...values)),
  ]);
  return Object.fromEntries(methods);
}
