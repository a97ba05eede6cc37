import { isJsonObject, type JsonObject, listObjects } from './slack-json.ts';

/** One object inside a message or view with the JSON pointer to it. */
export interface Part {
  readonly pointer: string;
  readonly value: JsonObject;
}

/** Every object inside `value`, itself included, in reading order. */
export function walkObjects(value: unknown, pointer = ''): Part[] {
  if (Array.isArray(value)) return value.flatMap((entry, at) => walkObjects(entry, `${pointer}/${at}`));
  if (!isJsonObject(value)) return [];
  return [
    { pointer, value },
    ...Object.entries(value).flatMap(([name, entry]) => walkObjects(entry, `${pointer}/${name}`)),
  ];
}

/** Characters of all `text` strings in the blocks. */
export function countBlockText(blocks: unknown): number {
  return walkObjects(blocks).reduce(
    (sum, { value }) => sum + (typeof value.text === 'string' ? value.text.length : 0),
    0,
  );
}

/** One text in which Slack looks for its `<…>` tokens. */
export interface MarkedText {
  readonly pointer: string;
  readonly text: string;
}

/** The texts of a message that Slack reads as mrkdwn: the top-level text, mrkdwn objects, markdown blocks, attachments. */
export function listMarkedTexts(message: JsonObject): MarkedText[] {
  const found: MarkedText[] = [];
  const add = (pointer: string, text: unknown) => {
    if (typeof text === 'string') found.push({ pointer, text });
  };
  add('/text', message.text);
  add('/markdown_text', message.markdown_text);
  listObjects(message.attachments).forEach((attachment, at) => {
    for (const name of ['pretext', 'text', 'title', 'fallback', 'footer'])
      add(`/attachments/${at}/${name}`, attachment[name]);
    listObjects(attachment.fields).forEach((field, index) => {
      add(`/attachments/${at}/fields/${index}/value`, field.value);
    });
  });
  for (const name of ['blocks', 'attachments', 'view', 'title']) {
    for (const { pointer, value } of walkObjects(message[name], `/${name}`)) {
      if (value.type === 'mrkdwn' || value.type === 'markdown') add(`${pointer}/text`, value.text);
    }
  }
  return found;
}
