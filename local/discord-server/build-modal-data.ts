import { componentTypes, placeComponents } from './validate-components.ts';
import type { JsonObject } from './world-model.ts';

const maxTyped = 4000;

/** The data of a modal that somebody sends off; throws for what Discord's client would not let through. */
export function buildModalData(modal: JsonObject, values: Readonly<Record<string, string>>): JsonObject {
  const components = modal.components as JsonObject[];
  const inputs = placeComponents(components, [])
    .map(({ component }) => component)
    .filter(isInput);
  const unknown = Object.keys(values).filter((id) => !inputs.some((input) => input.custom_id === id));
  if (unknown.length > 0) throw new Error(`the modal has no field ${unknown.join(', ')}`);
  return {
    custom_id: modal.custom_id,
    components: components.map((component, index) => answer(component, index + 1, values)),
  };
}

function answer(component: JsonObject, id: number, values: Readonly<Record<string, string>>): JsonObject {
  if (component.type === componentTypes.row) {
    const fields = (component.components as JsonObject[]).map((field) => fillIn(field, values));
    return { type: componentTypes.row, id, components: fields };
  }
  if (component.type === componentTypes.label) {
    return { type: componentTypes.label, id, component: fillIn(component.component as JsonObject, values) };
  }
  return { type: component.type, id };
}

function fillIn(field: JsonObject, values: Readonly<Record<string, string>>): JsonObject {
  if (!isInput(field)) throw new Error(`fields of type ${field.type} are not filled in here`);
  const id = String(field.custom_id);
  const value = values[id] ?? String(field.value ?? '');
  const isRequired = field.required !== false;
  if (value === '' && isRequired) throw new Error(`the field "${id}" has to be filled in`);
  const fewest = Number(field.min_length ?? 0);
  const most = Number(field.max_length ?? maxTyped);
  if (value !== '' && (value.length < fewest || value.length > most)) {
    throw new Error(`the field "${id}" takes ${fewest} to ${most} characters`);
  }
  return { type: field.type, custom_id: id, value };
}

function isInput({ type }: JsonObject): boolean {
  return type === componentTypes.textInput;
}
