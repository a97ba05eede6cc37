import { styleSheet } from '#platforms/web/pages/style-sheet.ts';
import { measuring } from './picture-page.ts';

/** A page as it is served, with its style sheet in it, as wide as a picture. */
export function renderWebPage(page: string): string {
  return (
    page
      .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>\n${styleSheet}body { width: 640px; }\n</style>`)
      .replace(/ autofocus/, '')
      // What is not chosen is not seen, and changes with all the content.
      .replace(/<option value="[^"]*">[^<]*<\/option>/g, '')
      .replace('</body>', () => `${measuring}\n</body>`)
  );
}
