/** A JSON object as it comes over the wire: nothing is known of its members. */
export type JsonObject = Record<string, unknown>;

/** Tells an object from lists, null and scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; everything else in it, or no list at all, counts as nothing. */
export function listObjects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
