import { ModalInteractionCallbackRequestDataSchema } from 'discord-api-spec/zod';
import { findSchemaProblems } from './check-schema.ts';
import type { FormProblem } from './form-problem.ts';
import { componentTypes, findRepeatedIds, placeComponents } from './validate-components.ts';
import type { JsonObject } from './world-model.ts';

const maxComponents = 5;

/** Everything that Discord would refuse in a modal: its published schema, and the rules that the schema lacks. */
export function validateModal(modal: JsonObject, at: FormProblem['path'] = ['data']): FormProblem[] {
  const problems = findSchemaProblems(ModalInteractionCallbackRequestDataSchema, modal, at);
  if (problems.length > 0) return problems;
  const components = (modal.components ?? []) as JsonObject[];
  if (components.length > maxComponents) {
    const message = `Must be between 1 and ${maxComponents} in length.`;
    problems.push({ path: [...at, 'components'], code: 'BASE_TYPE_BAD_LENGTH', message });
  }
  const all = placeComponents(components, [...at, 'components']);
  problems.push(...findRepeatedIds(all));
  const rows = components.filter(({ type }) => type === componentTypes.row);
  const inRows = new Set(rows.flatMap(({ components: children }) => children as JsonObject[]));
  for (const { component, path } of all.filter((placed) => placed.component.type === componentTypes.textInput)) {
    problems.push(...findInputProblems(component, path, inRows.has(component)));
  }
  return problems;
}

function findInputProblems(input: JsonObject, path: FormProblem['path'], isInRow: boolean): FormProblem[] {
  const minimum = Number(input.min_length ?? 0);
  const maximum = Number(input.max_length ?? 4000);
  const value = typeof input.value === 'string' ? input.value : undefined;
  const wrong = (key: string, code: string, message: string): FormProblem => ({ path: [...path, key], code, message });
  return [
    ...(minimum > maximum ? [wrong('min_length', 'BASE_TYPE_INVALID', 'min_length is greater than max_length')] : []),
    ...(isInRow && !input.label ? [wrong('label', 'BASE_TYPE_REQUIRED', 'This field is required')] : []),
    ...(value !== undefined && value !== '' && (value.length < minimum || value.length > maximum)
      ? [wrong('value', 'BASE_TYPE_BAD_LENGTH', `Must be between ${minimum} and ${maximum} in length.`)]
      : []),
  ];
}
