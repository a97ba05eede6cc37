import type { ModalView, PlainTextInput } from '@slack/types';
import type { Response } from '#conversation/response.ts';
import { cleanLine } from '#conversation/wording/clean-line.ts';
import { cutLabel } from '#conversation/wording/fit-text.ts';
import { asSection, word } from './pieces.ts';
import { renderSlackReply } from './renderer.ts';
import { askModalId } from './shortcuts.ts';

const title = { type: 'plain_text', text: 'Works on Arm' } as const;
const questionBlock = 'question';
const questionInput = 'text';
/** Slack's limit of a placeholder. */
const PLACEHOLDER_LIMIT = 150;
/** As long as the commands take a question. */
export const QUESTION_LIMIT = 1_000;

/** Asks for a question; the first of the examples is shown in the empty field. */
export function composeAskModal(examples: readonly string[]): ModalView {
  const [example] = examples;
  return {
    type: 'modal',
    callback_id: askModalId,
    title,
    submit: { type: 'plain_text', text: 'Ask' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      {
        type: 'input',
        block_id: questionBlock,
        label: { type: 'plain_text', text: 'What do you want to know?' },
        element: { ...composeQuestionInput(questionInput, example), focus_on_load: true },
      },
    ],
  };
}

/** A field for a question; while it is empty, it shows an example. */
export function composeQuestionInput(id: string, example = ''): PlainTextInput {
  const text = cutLabel(cleanLine(example), PLACEHOLDER_LIMIT);
  return {
    type: 'plain_text_input',
    action_id: id,
    max_length: QUESTION_LIMIT,
    ...(text && { placeholder: { type: 'plain_text', text } }),
  };
}

/** The question that was typed into the ask modal; empty when there is none. */
export function readAskModal(values: Record<string, Record<string, { value?: string | null }>>): string {
  return values[questionBlock]?.[questionInput]?.value ?? '';
}

/** Shows an answer in the place of the question; its buttons go on from there. */
export function composeAnswerModal(response: Response, page: number): ModalView {
  const { blocks } = renderSlackReply(response, { page, isPrivate: false, surface: 'view' });
  const asked = cutLabel(cleanLine(response.line), QUESTION_LIMIT);
  return {
    type: 'modal',
    title,
    close: { type: 'plain_text', text: 'Close' },
    blocks: [{ type: 'rich_text', elements: [asSection([word(asked || '…', { italic: true })])] }, ...blocks],
  };
}
