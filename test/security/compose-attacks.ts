import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp';

/** A text that makes an expression try much and find nothing: `before`, then `pump` many times, then `after`. */
export interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

const maxPumps = 8;
const maxPrefixes = 4;
/** A repetition of fewer rounds than this ends by itself. */
const manyRounds = 16;
const candidates = [...'aA1 \t\n.,:;-_/\\()[]{}<>@#*`"\'!?|~&=+%$éЖ中\u00a0\u2028\u200d\u0000'];
/** Runs that any text may hold, tried on every expression that repeats something. */
const commonPumps = [' ', 'a', 'A', '1', '.', '-', 'Ж', 'a ', 'A. '];
/** What most expressions do not go on with. */
const endings = ['', '\u0000', '!'];

/**
 * Texts that are hostile to just this expression: everything that it can repeat is repeated, behind everything that leads
 * up to a repetition, and then goes on with what does not fit.
 */
export function composeAttacks(expression: RegExp): Attack[] {
  const { pattern } = parseRegExpLiteral(expression);
  const prefixes = new Set(['']);
  const pumps = new Set<string>();
  visit(pattern, '');
  const attacks: Attack[] = [];
  for (const pump of [...pumps].slice(0, maxPumps)) {
    for (const before of [...prefixes].slice(0, maxPrefixes)) {
      for (const after of endings) attacks.push({ before, pump, after });
    }
  }
  if (pumps.size > 0) for (const pump of commonPumps) attacks.push({ before: '', pump, after: '\u0000' });
  return attacks;

  function visit(node: AST.Node, before: string): void {
    switch (node.type) {
      case 'Pattern':
      case 'Group':
      case 'CapturingGroup':
        for (const alternative of node.alternatives) visit(alternative, before);
        break;
      case 'Assertion':
        if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
          for (const alternative of node.alternatives) visit(alternative, before);
        }
        break;
      case 'Alternative': {
        let path = before;
        for (const element of node.elements) {
          visit(element, path);
          path += sample(element);
        }
        break;
      }
      case 'Quantifier':
        if (node.max >= manyRounds) {
          prefixes.add(before);
          for (const text of sampleAll(node.element)) if (text !== '') pumps.add(text);
        }
        visit(node.element, before);
        break;
      default:
    }
  }

  /** One text that the part matches, the shortest but for what may be left out. */
  function sample(node: AST.Node): string {
    return sampleAll(node)[0] ?? '';
  }

  /** Some texts that the part matches, of each of its alternatives one. */
  function sampleAll(node: AST.Node): string[] {
    switch (node.type) {
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives.flatMap((alternative) => sampleAll(alternative).slice(0, 2));
      case 'Alternative':
        return [node.elements.map(sample).join(''), ...node.elements.slice(0, 1).flatMap(sampleAll)];
      case 'Quantifier':
        return sampleAll(node.element).map((text) => text.repeat(Math.max(1, Math.min(node.min, manyRounds))));
      case 'Character':
        return [String.fromCodePoint(node.value)];
      case 'CharacterSet':
      case 'CharacterClass': {
        const only = new RegExp(`^${node.raw}$`, expression.flags.replace(/[gy]/g, ''));
        return candidates.filter((character) => only.test(character)).slice(0, 4);
      }
      default:
        return [''];
    }
  }
}
