import type { RestRoute } from './rest-route.ts';

export type FoundRoute = { readonly route: RestRoute; readonly params: Readonly<Record<string, string>> };

/** Finds the endpoint for a method and a path; literal parts win over parameters. */
export function createRouteFinder(
  routes: readonly RestRoute[],
): (method: string, path: string) => FoundRoute | undefined {
  const table = routes.map((route) => {
    const [method = '', pattern = ''] = route.route.split(' ');
    const parts = pattern.split('/').slice(1);
    return { route, method, parts, literals: parts.filter((part) => !part.startsWith(':')).length };
  });
  table.sort((one, other) => other.literals - one.literals);
  return (method, path) => {
    const given = path.split('/').slice(1).map(decodeURIComponent);
    const found = table.find(
      (entry) =>
        entry.method === method &&
        entry.parts.length === given.length &&
        entry.parts.every((part, index) => part.startsWith(':') || part === given[index]),
    );
    if (found === undefined) return undefined;
    const named = found.parts.flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), given[index] ?? '']] : [],
    );
    return { route: found.route, params: Object.fromEntries(named) as Record<string, string> };
  };
}
