const arrayTypes = { Uint8Array, Uint32Array, Float32Array } as const;

/** An array of numbers that is kept as its bytes. */
export type AsideArray = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

/** What stands in the place of an array meanwhile. */
interface Placeholder {
  readonly aside: keyof typeof arrayTypes;
  readonly length: number;
}

/**
 * The same with the arrays of numbers in its objects, at any depth, taken out: a large archive has hundreds of megabytes of them,
 * which need not be in memory twice.
 */
export function setArraysAside(value: unknown, arrays: AsideArray[]): unknown {
  if (!ArrayBuffer.isView(value)) return mapFields(value, (field) => setArraysAside(field, arrays));
  arrays.push(value as AsideArray);
  return { aside: value.constructor.name, length: (value as AsideArray).length };
}

/** Puts arrays back, each filled by `fill`, in the order in which they were taken out. */
export function putBackArrays(value: unknown, fill: (bytes: Uint8Array) => void): unknown {
  if (!isPlaceholder(value)) return mapFields(value, (field) => putBackArrays(field, fill));
  const array = new arrayTypes[value.aside](value.length);
  fill(new Uint8Array(array.buffer));
  return array;
}

const isPlaceholder = (value: unknown): value is Placeholder =>
  typeof value === 'object' && value !== null && 'aside' in value;

// Of lists and maps there are too many to be gone through, and none holds an array of numbers.
function mapFields(value: unknown, map: (field: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, map(field)]));
}
