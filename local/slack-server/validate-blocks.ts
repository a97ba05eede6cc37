import type { BlockProblem } from './block-problem.ts';
import { blockShapes, type Surface } from './block-shapes.ts';
import { plainText } from './composition-shapes.ts';
import { countBlockText, walkObjects } from './message-texts.ts';
import { choice, flag, list, object, type Report, required, text } from './shape-checks.ts';
import { isJsonObject, type JsonObject, listObjects } from './slack-json.ts';
import { validateMetadata } from './validate-metadata.ts';

// Undocumented: seen to be refused by those who send much (bolt-js#2509: 13,297 in one block, 125 less with a divider added; bolt-js#2867).
const mostBlockText = 13_200;
const costOfFurtherBlock = 125;
const mostText = 40_000;
const mostMarkdown = 12_000;
const mostTableText = 10_000;
const mostViewBytes = 250_000;

/** What Slack would refuse in a message; nothing when it is fine. */
export function validateMessage(message: object): BlockProblem[] {
  const body = message as JsonObject;
  const problems: BlockProblem[] = [];
  const add = (code: string, pointer: string, words: string) => problems.push({ code, pointer, message: words });
  const { blocks, attachments, text: words, markdown_text: markdown } = body;
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0;
  if (words !== undefined && typeof words !== 'string') add('invalid_arguments', '/text', 'must be a string');
  const saysNothing = typeof words !== 'string' || words.trim() === '';
  if (saysNothing && !hasBlocks && listObjects(attachments).length === 0 && markdown === undefined) {
    add('no_text', '/text', 'a message needs text, blocks or attachments');
  }
  if (typeof words === 'string' && words.length > mostText) {
    add('msg_too_long', '/text', `must be less than ${mostText + 1} characters`);
  }
  if (markdown !== undefined) {
    if (hasBlocks || words !== undefined)
      add('markdown_text_conflict', '/markdown_text', 'not together with text or blocks');
    if (typeof markdown !== 'string' || markdown.length > mostMarkdown) {
      add('msg_too_long', '/markdown_text', `must be a string of less than ${mostMarkdown + 1} characters`);
    }
  }
  if (blocks !== undefined) {
    problems.push(...validateBlocks(blocks, 'message'));
    const further = Array.isArray(blocks) ? Math.max(0, blocks.length - 1) : 0;
    if (countBlockText(blocks) + further * costOfFurtherBlock >= mostBlockText) {
      add('msg_blocks_too_long', '/blocks', `all texts and blocks together must stay below ${mostBlockText}`);
    }
  }
  problems.push(...validateMetadata(body.metadata));
  return problems;
}

const viewShapes = {
  modal: object({
    type: required(choice('modal')),
    title: required(plainText(24)),
    submit: plainText(24),
    close: plainText(24),
    clear_on_close: flag,
    notify_on_close: flag,
    blocks: required(list(() => {}, 0, 100)),
    private_metadata: text(3000, 0),
    callback_id: text(255, 0),
    external_id: text(255, 0),
  }),
  home: object({
    type: required(choice('home')),
    blocks: required(list(() => {}, 0, 100)),
    private_metadata: text(3000, 0),
    callback_id: text(255, 0),
    external_id: text(255, 0),
  }),
};

/** What Slack would refuse in a modal or home view; nothing when it is fine. */
export function validateView(view: object): BlockProblem[] {
  const body = view as JsonObject;
  const type = body.type;
  if (type !== 'modal' && type !== 'home') {
    return [{ code: 'invalid_arguments', pointer: '/view/type', message: 'must be one of modal, home' }];
  }
  const problems: BlockProblem[] = [];
  viewShapes[type](view, '/view', (pointer, message) => problems.push({ code: 'invalid_arguments', pointer, message }));
  const within = validateBlocks(body.blocks, type).map((problem) => ({
    ...problem,
    code: 'invalid_arguments',
    pointer: `/view${problem.pointer}`,
  }));
  problems.push(...within.filter(({ pointer }) => !problems.some((known) => known.pointer === pointer)));
  const blocks = listObjects(body.blocks);
  if (type === 'modal' && body.submit === undefined && blocks.some((block) => block.type === 'input')) {
    problems.push({ code: 'invalid_arguments', pointer: '/view', message: 'missing required field: submit' });
  }
  if (Buffer.byteLength(JSON.stringify(view)) > mostViewBytes) {
    problems.push({ code: 'view_too_large', pointer: '/view', message: 'must be smaller than 250 kB' });
  }
  return problems;
}

function validateBlocks(blocks: unknown, surface: Surface): BlockProblem[] {
  const problems: BlockProblem[] = [];
  const report: Report = (pointer, message) => problems.push({ code: 'invalid_blocks', pointer, message });
  list(blockShapes[surface], 0, surface === 'message' ? 50 : 100)(blocks, '/blocks', report);
  const known = listObjects(blocks);
  checkIds(known, report);
  const lengthOf = (type: string) => countBlockText(known.filter((block) => block.type === type));
  if (lengthOf('markdown') > mostMarkdown)
    report('/blocks', `all markdown blocks must be less than ${mostMarkdown + 1} characters`);
  for (const type of ['table', 'data_table']) {
    if (lengthOf(type) > mostTableText) report('/blocks', `a table must be less than ${mostTableText + 1} characters`);
  }
  if (known.filter(({ type }) => type === 'table').length > 1) report('/blocks', 'only_one_table_allowed');
  const focused = walkObjects(known).filter(({ value }) => value.focus_on_load === true);
  if (focused.length > 1) report('/blocks', 'only one element may have focus_on_load');
  walkObjects(known, '/blocks').forEach(({ pointer, value }) => {
    checkInitialOptions(value, pointer, report);
  });
  return problems;
}

function checkIds(blocks: readonly JsonObject[], report: Report): void {
  const seen = new Set<unknown>();
  blocks.forEach((block, at) => {
    const id = block.block_id;
    if (id !== undefined && seen.has(id)) report(`/blocks/${at}/block_id`, `block_id "${String(id)}" already exists`);
    seen.add(id);
    const actions = new Set<unknown>();
    for (const { pointer, value } of walkObjects(block, `/blocks/${at}`)) {
      const action = value.action_id;
      if (action === undefined) continue;
      if (actions.has(action))
        report(`${pointer}/action_id`, `action_id "${String(action)}" already exists for this block`);
      actions.add(action);
    }
  });
}

function checkInitialOptions(element: JsonObject, pointer: string, report: Report): void {
  const offered = [
    ...listObjects(element.options),
    ...listObjects(element.option_groups).flatMap((group) => listObjects(group.options)),
  ];
  if (offered.length === 0) return;
  const isOffered = (option: unknown) => offered.some((known) => JSON.stringify(known) === JSON.stringify(option));
  const initial = isJsonObject(element.initial_option)
    ? [element.initial_option]
    : listObjects(element.initial_options);
  if (!initial.every(isOffered)) report(pointer, 'the initial option must be exactly one of the options');
}
