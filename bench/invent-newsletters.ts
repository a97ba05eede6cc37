import { inventName } from './invent-name.ts';
import { makeRandom } from './seeded-random.ts';

// As many issues, articles and questions as the real archive of 2017 has.
const ISSUES = 35;
const ARTICLES = 10;
const QUESTIONS = 230;
const SEED = 20171013;

const SHAPES_OF_NAMES = ['Balter', 'Kettlectl', 'Spoonfs', 'Moralin', 'Tarvo', 'Pelinda', 'Graftwork', 'Odeskio'];
const TARGETS = [
  'arm64',
  'armv7',
  'armv6',
  'x86_64',
  'ppc64le',
  'a Raspberry Pi 3',
  'Windows',
  'macOS',
  'Ubuntu 16.04',
];
const SENTENCES = [
  'NAME VERSION is out, and it runs on TARGET and TARGET.',
  'There are packages of NAME for TARGET, built by its own developers.',
  'NAME does not work on TARGET because a compiler flag is missing, says the maintainer.',
  'Support for TARGET is planned for later this year.',
  'The team behind NAME measured it against NAME and found it twice as fast for small files.',
  'Work is under way to bring NAME to TARGET; the discussion can be followed on the tracker.',
  'A container image with NAME needs about VERSION MB of memory on TARGET.',
  'If the build of NAME fails with an illegal instruction, set the option that switches vector code off.',
  'The source is at [the repository of NAME](https://code.example/NAME/NAME).',
  'Everybody who tried it on a board with little memory is asked to write to the list.',
];
const ASKED = [
  'does NAME run on TARGET?',
  'NAME TARGET',
  'is there a package of NAME for TARGET yet?',
  'when will NAME work on TARGET?',
  'where is the source of NAME?',
  'how much memory does NAME need?',
  'which compiler flag is missing for NAME?',
  'any workaround for the illegal instruction in NAME?',
];

/** Newsletters about products that do not exist, and questions about them; every run makes the same. */
export function inventNewsletters(): { texts: { file: string; text: string }[]; questions: string[] } {
  const random = makeRandom(SEED);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const names = Array.from({ length: ISSUES * ARTICLES }, (_, place) => inventName(pick(SHAPES_OF_NAMES), place));
  const fill = (pattern: string, name: string) =>
    pattern
      .replaceAll('NAME', () => name)
      .replace(/TARGET/g, () => pick(TARGETS))
      .replace(/VERSION/g, () => `${Math.floor(random() * 9)}.${Math.floor(random() * 20)}`);
  const texts = Array.from({ length: ISSUES }, (_, issue) => {
    const articles = names.slice(issue * ARTICLES, (issue + 1) * ARTICLES).map((name) => {
      const sentences = Array.from({ length: 4 + Math.floor(random() * 8) }, () => fill(pick(SENTENCES), name));
      return `### ${name} on ${pick(TARGETS)}\n\n${sentences.join('\n')}\n`;
    });
    return {
      file: `2017-W${String(issue + 10).padStart(2, '0')}.md`,
      text: `# Invented Weekly\n\n${articles.join('\n')}`,
    };
  });
  const questions = Array.from({ length: QUESTIONS }, () => {
    const name = pick(names).toLowerCase();
    // One in five is mistyped, as people do.
    return fill(pick(ASKED), random() < 0.2 ? name.slice(0, 2) + name.slice(3) : name);
  });
  return { texts, questions };
}
