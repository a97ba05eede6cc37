/** The characters that people put between the parts of a name, or leave out: "os x", "os-x", "osx"; "Arm (64-bit)". */
export const separators = ' \u00a0-\u2010\u2011._/(';

const SEPARATOR_PATTERN = /[ \u00a0\u2010\u2011._/(-]/g;

/** A name without case and separators, so that all its spellings are equal: "Raspberry-Pi 3B" → "raspberrypi3b". */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(SEPARATOR_PATTERN, '');
}
