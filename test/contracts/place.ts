import type { TestContext } from 'node:test';

/** Where a port's data is. What is opened there twice behaves as two programs on the same data. */
export interface Place<Port> {
  readonly open: () => Promise<Port>;
}

/** A new and empty place, gone after the test. */
export type NewPlace<Port> = (t: TestContext) => Promise<Place<Port>>;

/** The same places, for one port of what is opened there. */
export function pickPort<Whole, Port>(newPlace: NewPlace<Whole>, pick: (whole: Whole) => Port): NewPlace<Port> {
  return async (t) => {
    const place = await newPlace(t);
    return { open: async () => pick(await place.open()) };
  };
}
