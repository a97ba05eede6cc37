import { walkObjects } from '../../local/slack-server/message-texts.ts';
import { listObjects } from '../../local/slack-server/slack-json.ts';

/** The words of all blocks in reading order, with the addresses behind links; labels of buttons are no words. */
export function readShownWords(blocks: unknown): string {
  return listObjects(blocks)
    .filter(({ type }) => type !== 'actions')
    .flatMap((block) => walkObjects(block))
    .flatMap(({ value: { text, url } }) => [text, url].filter((part) => typeof part === 'string'))
    .join(' ');
}

/** The buttons in reading order. */
export function readButtons(blocks: unknown): { readonly label: string; readonly id: string }[] {
  return listObjects(blocks)
    .filter(({ type }) => type === 'actions')
    .flatMap((block) => listObjects(block.elements))
    .map(({ text, action_id: id }) => ({ label: String((text as { text?: string }).text), id: String(id) }));
}
