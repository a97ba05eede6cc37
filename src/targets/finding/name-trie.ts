import { normalizeName, separators } from '#targets/normalize-name.ts';
import type { Target } from '#targets/target.ts';

/** Names as a tree of characters, separators left out; walking a text along it costs one step a character. */
export interface NameNode {
  readonly next: Map<number, NameNode>;
  /** A blank, hyphen, dot … may stand here in a text. */
  canBreak: boolean;
  /** The name that ends here. */
  name: KnownName | undefined;
}

export interface KnownName {
  /** Undefined for a phrase that is no target ("MAC address"). */
  readonly target: Target | undefined;
  /** For an ambiguous name; see `name-conditions.ts`. */
  readonly onlyWhen: readonly string[] | undefined;
  /** For a phrase that must stand exactly so, its capitals included. */
  readonly exactly: string | undefined;
}

/** The tree of all names of those targets and of the phrases that are no targets. */
export function buildNameTrie(targets: readonly Target[], notTargets: readonly string[]): NameNode {
  const root = createNode();
  for (const target of targets) {
    const ambiguous = new Set((target.ambiguousNames ?? []).map(({ name }) => normalizeName(name)));
    const plain = [target.label, ...target.names].filter((name) => !ambiguous.has(normalizeName(name)));
    for (const name of plain) addName(root, name, { target, onlyWhen: undefined, exactly: undefined });
    for (const { name, onlyWhen } of target.ambiguousNames ?? [])
      addName(root, name, { target, onlyWhen, exactly: undefined });
  }
  for (const phrase of notTargets)
    addName(root, phrase, {
      target: undefined,
      onlyWhen: undefined,
      exactly: phrase === phrase.toLowerCase() ? undefined : normalizeCase(phrase),
    });
  return root;
}

/** A phrase without separators and with its capitals, to compare phrases that ask for them. */
export function normalizeCase(phrase: string): string {
  return Array.from(phrase)
    .filter((char) => !separators.includes(char))
    .join('');
}

const createNode = (): NameNode => ({ next: new Map(), canBreak: false, name: undefined });

function addName(root: NameNode, name: string, known: KnownName): void {
  // "3B+" is also written "3B Plus".
  if (name.includes('+')) addName(root, name.replaceAll('+', ' plus '), known);
  // A slash in a text counts only where the data has one: "Mac/Linux" is a list.
  // "linux/arm64" is one platform; "linux arm64" is two things, and what Windows is told of is none of it.
  if (name.includes('/') && !name.startsWith('linux/')) addName(root, name.replaceAll('/', ' '), known);
  let node = root;
  let before = '';
  for (const char of name.trim().toLowerCase()) {
    if (separators.includes(char) && char !== '/') node.canBreak = true;
    else {
      // "armv 7", "aarch 64", "3 B": people part letters from digits.
      if (before !== '' && isDigit(before) !== isDigit(char) && char !== '+' && before !== '+') node.canBreak = true;
      node = descend(node, char.charCodeAt(0));
      before = char;
    }
  }
  node.name ??= known;
}

function descend(node: NameNode, code: number): NameNode {
  const known = node.next.get(code);
  if (known !== undefined) return known;
  const created = createNode();
  node.next.set(code, created);
  return created;
}

const isDigit = (char: string) => char >= '0' && char <= '9';
