import { type FormProblem, findLengthProblem } from './form-problem.ts';
import { optionTypes } from './validate-command.ts';
import { validateMessage } from './validate-message.ts';
import { validateModal } from './validate-modal.ts';
import type { JsonObject } from './world-model.ts';

export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

export const callbackTypes = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** What has to be known of an interaction to judge a response to it. */
export type AnsweredInteraction = {
  readonly type: number;
  /** The interaction came from a message's component, or from a modal that such a component opened. */
  readonly hasMessage: boolean;
  /** The type of the option that is being typed, for autocompletion. */
  readonly focusedType?: number;
};

const maxChoices = 25;

/** Everything that Discord would refuse in the first response to an interaction. */
export function validateInteractionResponse(
  body: unknown,
  interaction: AnsweredInteraction,
  hasFiles = false,
): FormProblem[] {
  const { type, data = {} } = (body ?? {}) as { type?: unknown; data?: JsonObject | null };
  const allowed = findAllowedTypes(interaction);
  if (!allowed.includes(type as number)) {
    return [{ path: ['type'], code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${allowed.join(', ')}}.` }];
  }
  const content = data ?? {};
  switch (type) {
    case callbackTypes.message:
      return below('data', validateMessage(content, 'interaction', hasFiles));
    case callbackTypes.deferredMessage:
      return below('data', validateMessage({ ...content, content: 'deferred' }, 'interaction'));
    case callbackTypes.update:
      return below('data', validateMessage(content, 'webhook-edit', hasFiles));
    case callbackTypes.choices:
      return findChoiceProblems(content, interaction.focusedType);
    case callbackTypes.modal:
      return validateModal(content);
    default:
      return [];
  }
}

function findAllowedTypes({ type, hasMessage }: AnsweredInteraction): number[] {
  if (type === interactionTypes.autocomplete) return [callbackTypes.choices];
  const always = [callbackTypes.message, callbackTypes.deferredMessage];
  const onMessage = hasMessage ? [callbackTypes.deferredUpdate, callbackTypes.update] : [];
  return [...always, ...onMessage, ...(type === interactionTypes.modal ? [] : [callbackTypes.modal])];
}

function below(key: string, problems: readonly FormProblem[]): FormProblem[] {
  return problems.map((problem) =>
    problem.path.length === 0 ? problem : { ...problem, path: [key, ...problem.path] },
  );
}

function findChoiceProblems(data: JsonObject, focusedType: number = optionTypes.string): FormProblem[] {
  const at = ['data', 'choices'] as const;
  const { choices } = data;
  if (!Array.isArray(choices)) return [{ path: at, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
  const problems: FormProblem[] = [];
  if (choices.length > maxChoices) {
    problems.push({ path: at, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${maxChoices} or fewer in length.` });
  }
  (choices as JsonObject[]).forEach(({ name, value }, index) => {
    const isOfType = focusedType === optionTypes.string ? typeof value === 'string' : typeof value === 'number';
    if (typeof name !== 'string') {
      problems.push({ path: [...at, index, 'name'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
    }
    if (!isOfType) {
      const message = `Could not interpret "${value}" as a value of the option`;
      problems.push({ path: [...at, index, 'value'], code: 'BASE_TYPE_INVALID', message });
    }
    problems.push(...findLengthProblem([...at, index, 'name'], name, 1, 100));
    problems.push(...findLengthProblem([...at, index, 'value'], value, 1, 100));
  });
  return problems;
}
