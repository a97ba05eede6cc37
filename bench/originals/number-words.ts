/** The words that may stand for a number, by its digits. */
export const NUMBER_WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['1', ['one', 'once', 'single', 'first']],
  ['2', ['two', 'twice', 'both', 'double', 'doubles', 'twofold', 'second']],
  ['3', ['three', 'third', 'thirds']],
  ['4', ['four', 'fourth', 'quarter']],
  ['5', ['five', 'fifth']],
  ['6', ['six', 'sixth']],
  ['7', ['seven', 'seventh']],
  ['8', ['eight', 'eighth']],
  ['9', ['nine', 'ninth']],
  ['10', ['ten', 'tenth']],
  ['11', ['eleven']],
  ['12', ['twelve', 'dozen']],
  ['100', ['hundred', 'hundreds']],
  ['1000', ['thousand', 'thousands']],
]);

/** Of these, what always counts something: "one" and "two" are as often a manner of speaking. */
export const COUNTING_WORDS: ReadonlyMap<string, string> = new Map(
  [...NUMBER_WORDS].flatMap(([digits, [word = '']]) =>
    Number(digits) > 2 && Number(digits) < 13 ? [[word, digits]] : [],
  ),
);

/** Names with a number that stand in every issue, each in several spellings: that they are there says nothing. */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set(
  'arm32 arm64 arm64v8 armv6 armv7 armv8 aarch64 amd64 x86 x64 k8s'.split(' '),
);

/** In the order of the year. */
export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');
