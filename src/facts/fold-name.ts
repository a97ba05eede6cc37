/** A name without letter case and separators, so that all its spellings are equal: "VS Code", "vscode"; "C++" stays itself. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, '');
}

/** A heading without letter case and line ends, as facts name it. */
export const foldHeading = (heading: string): string =>
  heading.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
