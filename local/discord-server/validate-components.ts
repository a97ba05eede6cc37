import { type FormProblem, findLengthProblem } from './form-problem.ts';
import type { JsonObject } from './world-model.ts';

type Path = FormProblem['path'];
type Placed = { readonly component: JsonObject; readonly path: Path };

export const componentTypes = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  section: 9,
  textDisplay: 10,
  label: 18,
} as const;

const limits = {
  rows: 5,
  buttonsInRow: 5,
  components: 40,
  displayedText: 4000,
  label: 80,
  url: 512,
  customId: 100,
} as const;
const linkStyle = 5;
const premiumStyle = 6;
const selectTypes: readonly unknown[] = [3, 5, 6, 7, 8];

/** What Discord refuses in the components of a message beyond its schema. `usesV2` is the flag of components version 2. */
export function findComponentProblems(components: readonly JsonObject[], usesV2: boolean): FormProblem[] {
  const all = placeComponents(components, ['components']);
  return [
    ...(usesV2 ? findVersion2Problems(all) : findVersion1Problems(components)),
    ...all.flatMap(findProblemsOfOne),
    ...findRepeatedIds(all),
  ];
}

/** Every component of a tree, with its place in it. */
export function placeComponents(components: readonly JsonObject[], at: Path): Placed[] {
  return components.flatMap((component, index) => {
    const path = [...at, index];
    const nested = Array.isArray(component.components)
      ? placeComponents(component.components, [...path, 'components'])
      : [];
    const single = (['accessory', 'component'] as const).flatMap((key) => {
      const child = component[key];
      return typeof child === 'object' && child !== null
        ? [{ component: child as JsonObject, path: [...path, key] }]
        : [];
    });
    return [{ component, path }, ...nested, ...single];
  });
}

/** Two components of one message or modal may not answer to the same `custom_id`. */
export function findRepeatedIds(all: readonly Placed[]): FormProblem[] {
  const seen = new Set<unknown>();
  return all.flatMap(({ component, path }) => {
    const id = component.custom_id;
    if (id === undefined || id === null) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const message = 'Component custom id cannot be duplicated';
    return [{ path: [...path, 'custom_id'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message }];
  });
}

function findVersion1Problems(components: readonly JsonObject[]): FormProblem[] {
  const problems: FormProblem[] = [];
  if (components.length > limits.rows) {
    const message = `Must be between 1 and ${limits.rows} in length.`;
    problems.push({ path: ['components'], code: 'BASE_TYPE_BAD_LENGTH', message });
  }
  components.forEach(({ type }, index) => {
    if (type === componentTypes.row) return;
    const message = `Value of field "type" must be one of (${componentTypes.row},).`;
    problems.push({ path: ['components', index], code: 'UNION_TYPE_CHOICES', message });
  });
  return problems;
}

function findVersion2Problems(all: readonly Placed[]): FormProblem[] {
  const problems: FormProblem[] = [];
  if (all.length > limits.components) {
    const message = `The maximum number of components is ${limits.components}, and this message has ${all.length}`;
    problems.push({ path: ['components'], code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message });
  }
  const texts = all.filter(({ component }) => component.type === componentTypes.textDisplay);
  const total = texts.reduce((sum, { component }) => sum + String(component.content ?? '').length, 0);
  if (total > limits.displayedText) {
    const message = `The total displayable text size exceeds the maximum size of ${limits.displayedText}`;
    problems.push({ path: ['components'], code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message });
  }
  return problems;
}

function findProblemsOfOne(placed: Placed): FormProblem[] {
  const { component } = placed;
  if (component.type === componentTypes.row) return findRowProblems(placed);
  if (component.type === componentTypes.button) return findButtonProblems(placed);
  if (component.type === componentTypes.stringSelect) return findSelectProblems(placed);
  return [];
}

function findRowProblems({ component, path }: Placed): FormProblem[] {
  const children = (component.components ?? []) as JsonObject[];
  const isMixed = children.length > 1 && children.some(({ type }) => selectTypes.includes(type));
  if (!isMixed && children.length > 0 && children.length <= limits.buttonsInRow) return [];
  const message = isMixed
    ? 'The specified component exceeds the maximum width'
    : `Must be between 1 and ${limits.buttonsInRow} in length.`;
  const code = isMixed ? 'COMPONENT_LAYOUT_WIDTH_EXCEEDED' : 'BASE_TYPE_BAD_LENGTH';
  return [{ path: [...path, 'components'], code, message }];
}

function findButtonProblems({ component, path }: Placed): FormProblem[] {
  const { style, custom_id: customId, url, label, emoji, sku_id: sku } = component;
  const wrong = (key: string, code: string, message: string) => [{ path: [...path, key], code, message }];
  const problems = [
    ...findLengthProblem([...path, 'label'], label, 0, limits.label),
    ...findLengthProblem([...path, 'url'], url, 1, limits.url),
    ...findLengthProblem([...path, 'custom_id'], customId, 1, limits.customId),
  ];
  if (style === premiumStyle)
    return sku ? problems : [...problems, ...wrong('sku_id', 'BASE_TYPE_REQUIRED', 'A sku is required')];
  if (!label && !emoji)
    problems.push(
      ...wrong('label', 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'Either label or emoji must be provided'),
    );
  if (style !== linkStyle) {
    if (!customId) problems.push(...wrong('custom_id', 'COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required'));
    if (url) problems.push(...wrong('url', 'BUTTON_COMPONENT_INVALID_URL', 'A url can only be used in a link button'));
    return problems;
  }
  if (customId)
    problems.push(
      ...wrong(
        'custom_id',
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      ),
    );
  if (!url) problems.push(...wrong('url', 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required'));
  else if (!/^(?:https?|discord):/i.test(String(url))) {
    problems.push(...wrong('url', 'URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('http', 'https', 'discord')."));
  }
  return problems;
}

function findSelectProblems({ component, path }: Placed): FormProblem[] {
  const options = (component.options ?? []) as JsonObject[];
  const minimum = Number(component.min_values ?? 1);
  const maximum = Number(component.max_values ?? 1);
  const wrong = (key: string, code: string, message: string): FormProblem => ({ path: [...path, key], code, message });
  const problems: FormProblem[] = [];
  if (minimum > maximum)
    problems.push(
      wrong(
        'min_values',
        'SELECT_COMPONENT_MIN_VALUES_GREATER_THAN_MAX_VALUES',
        'min_values is greater than max_values',
      ),
    );
  if (maximum > options.length)
    problems.push(
      wrong('max_values', 'SELECT_COMPONENT_MAX_VALUES_TOO_LARGE', 'max_values is greater than the number of options'),
    );
  if (new Set(options.map(({ value }) => value)).size < options.length) {
    problems.push(
      wrong('options', 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used'),
    );
  }
  if (options.filter((option) => option.default === true).length > maximum) {
    problems.push(wrong('options', 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'More defaults than max_values'));
  }
  return problems;
}
