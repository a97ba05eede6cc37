/** Many short lists of numbers in two arrays, one behind the other: of a large archive there are millions. */
export interface NumberLists {
  readonly numbers: Uint32Array;
  /** By list, its first place in `numbers`; the next list's is its end. */
  readonly starts: Uint32Array;
}

/** Collects lists of numbers. */
export interface NumberListsBuilder {
  /** Adds a number to the list that is being collected. */
  readonly push: (number: number) => void;
  /** Ends that list; its number. */
  readonly end: () => number;
  /** Adds a list; its number. */
  readonly add: (list: Iterable<number>) => number;
  readonly build: () => NumberLists;
}

/** An empty collection of lists. */
export function collectLists(): NumberListsBuilder {
  const numbers = growing();
  const starts = growing();
  starts.push(0);
  const end = () => {
    starts.push(numbers.length());
    return starts.length() - 2;
  };
  return {
    push: numbers.push,
    end,
    add(list) {
      for (const number of list) numbers.push(number);
      return end();
    },
    build: () => ({ numbers: numbers.build(), starts: starts.build() }),
  };
}

/** A list by its number; a view, nothing is copied. */
export function listAt({ numbers, starts }: NumberLists, list: number): Uint32Array {
  return numbers.subarray(starts[list], starts[list + 1]);
}

/** Visits the numbers of a list, without a view of it: of a large archive, there are too many lists for one each. */
export function eachOf({ numbers, starts }: NumberLists, list: number, visit: (number: number) => void): void {
  const end = starts[list + 1] as number;
  for (let at = starts[list] as number; at < end; at++) visit(numbers[at] as number);
}

/** How long a list is. */
export function lengthAt({ starts }: NumberLists, list: number): number {
  return (starts[list + 1] as number) - (starts[list] as number);
}

const FIRST_SIZE = 1024;

function growing() {
  let array = new Uint32Array(FIRST_SIZE);
  let length = 0;
  return {
    push(number: number) {
      if (length === array.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(array);
        array = larger;
      }
      array[length++] = number;
    },
    length: () => length,
    build: () => array.slice(0, length),
  };
}
