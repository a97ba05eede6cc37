import { type Drawn, draw, drawRaw } from './drawn.ts';
import { isJsonObject, type JsonObject, listObjects, readText } from './read-json.ts';

type DrawElement = (element: JsonObject, id: string) => Drawn;

const labelOf = ({ text }: JsonObject) => (isJsonObject(text) ? readText(text.text) : '');

/** A button that does what is pressed: the element's id, the value that tells it apart, and what is chosen by it. */
function drawPress(label: string, press: readonly [id: string, value?: unknown, choose?: unknown]): Drawn {
  return draw('button', { name: 'do', value: `press:${JSON.stringify(press)}`, class: 'button' }, label);
}

/** A button that does what is chosen in the field of that name. */
function drawChoose(id: string): Drawn {
  return draw('button', { name: 'do', value: `choose:${JSON.stringify([id])}`, class: 'button' }, 'Choose');
}

// docs.slack.dev/reference/block-kit/block-elements
const kinds: Readonly<Record<string, DrawElement>> = {
  button: (element, id) =>
    element.url === undefined
      ? drawPress(labelOf(element), [id, element.value])
      : draw('a', { href: readText(element.url), class: 'button' }, labelOf(element)),
  icon_button: (element, id) => drawPress(labelOf(element), [id, element.value]),
  feedback_buttons: ({ positive_button: yes, negative_button: no }, id) =>
    draw(
      'span',
      {},
      drawPress(isJsonObject(yes) ? labelOf(yes) : '👍', [id, null, 'positive']),
      drawPress(isJsonObject(no) ? labelOf(no) : '👎', [id, null, 'negative']),
    ),
  overflow: ({ options }, id) =>
    draw(
      'details',
      { class: 'options' },
      draw('summary', { 'aria-label': 'More' }, '⋯'),
      ...listObjects(options).map((option) => drawPress(labelOf(option), [id, null, option.value])),
    ),
  static_select: (element, id) => draw('span', {}, drawSlackSelect(element), drawChoose(id)),
  radio_buttons: (element, id) => draw('span', {}, drawSlackSelect(element), drawChoose(id)),
  plain_text_input: (element, id) => {
    const limits = { maxlength: numeral(element.max_length), minlength: numeral(element.min_length) };
    const attributes = { name: `field:${id}`, placeholder: placeholderOf(element), ...limits };
    const value = readText(element.initial_value);
    return element.multiline === true
      ? draw('textarea', { ...attributes, rows: '4' }, value)
      : draw('input', { ...attributes, type: 'text', value, autocomplete: 'off' });
  },
  // Nothing is fetched from elsewhere: a picture is shown by its words.
  image: (element) => {
    const words = `🖼 ${readText(element.alt_text)}`;
    return element.image_url === undefined ? words : draw('a', { href: readText(element.image_url) }, words);
  },
};

/** Something to press, to choose from or to type into; one of a kind that is not known here is shown as it came. */
export function drawSlackElement(element: JsonObject): Drawn {
  return kinds[readText(element.type)]?.(element, readText(element.action_id)) ?? drawRaw(element);
}

/** What can be chosen, without a button that does it. */
export function drawSlackSelect(element: JsonObject): Drawn {
  const groups = listObjects(element.option_groups);
  const options =
    groups.length > 0 ? groups.flatMap((group) => listObjects(group.options)) : listObjects(element.options);
  const initial = isJsonObject(element.initial_option) ? element.initial_option.value : undefined;
  return draw(
    'select',
    { name: `field:${readText(element.action_id)}`, 'aria-label': placeholderOf(element) ?? 'Options' },
    ...options.map((option) => {
      const value = readText(option.value);
      return draw('option', { value, selected: value === initial ? true : undefined }, labelOf(option));
    }),
  );
}

function placeholderOf({ placeholder }: JsonObject): string | undefined {
  return isJsonObject(placeholder) ? readText(placeholder.text) : undefined;
}

function numeral(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : undefined;
}
