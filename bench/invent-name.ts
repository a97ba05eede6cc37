import { makeRandom, seedOf } from './seeded-random.ts';

const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnprstvz';

/** Another name of the same shape ("Balena" → "Dolifa"): vowels for vowels, consonants for consonants, all else kept. */
export function inventName(name: string, variant: number): string {
  const random = makeRandom(seedOf(`${name.toLowerCase()} ${variant}`));
  const pick = (letters: string) => letters[Math.floor(random() * letters.length)] ?? '';
  return name.replace(/[a-z]/gi, (letter) => {
    const other = pick(VOWELS.includes(letter.toLowerCase()) ? VOWELS : CONSONANTS);
    return letter === letter.toLowerCase() ? other : other.toUpperCase();
  });
}
