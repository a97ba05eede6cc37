/** The text without what Postgres cannot keep: zero characters and halves of characters. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
