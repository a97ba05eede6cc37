import type { PublishedSchema, SchemaIssue } from 'discord-api-spec/zod';
import type { FormProblem } from './form-problem.ts';

type Path = FormProblem['path'];

/** What a value has that Discord's published schema does not allow. */
export function findSchemaProblems(schema: PublishedSchema, value: unknown, at: Path = []): FormProblem[] {
  const result = schema.safeParse(value);
  return result.success ? [] : (result.error?.issues ?? []).flatMap((issue) => explainIssue(issue, at));
}

function explainIssue(issue: SchemaIssue, at: Path): FormProblem[] {
  const path = [...at, ...issue.path];
  if (issue.code === 'invalid_union') return explainUnion(issue, path);
  return [{ path, ...wordIssue(issue) }];
}

// Of all the shapes that a component or an option may have, only the complaints about the one it says it is are of use.
function explainUnion(issue: SchemaIssue, path: Path): FormProblem[] {
  const branches = issue.errors ?? [];
  const isOfType = (issues: readonly SchemaIssue[]) =>
    !issues.some((inner) => inner.path[0] === 'type' || inner.path.length === 0);
  const meant = branches.find(isOfType);
  if (meant !== undefined) return meant.flatMap((inner) => explainIssue(inner, path));
  const types = branches.flatMap((issues) =>
    issues.filter((inner) => inner.path.length === 1 && inner.path[0] === 'type').flatMap(({ values }) => values ?? []),
  );
  const message = types.length > 0 ? `Value of field "type" must be one of (${types.join(', ')}).` : 'Invalid value.';
  return [{ path, code: 'UNION_TYPE_CHOICES', message }];
}

function wordIssue(issue: SchemaIssue): Omit<FormProblem, 'path'> {
  const isNumber = issue.origin === 'number' || issue.origin === 'int';
  switch (issue.code) {
    case 'too_big':
      return isNumber
        ? { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${issue.maximum}.` }
        : { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
    case 'too_small':
      return isNumber
        ? { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${issue.minimum}.` }
        : { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be at least ${issue.minimum} in length.` };
    case 'invalid_type':
      return {
        code: 'BASE_TYPE_REQUIRED',
        message: `This field is required, and has to be of type ${issue.expected}.`,
      };
    case 'invalid_value':
      return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of (${issue.values?.join(', ')}).` };
    default:
      return { code: 'BASE_TYPE_INVALID', message: `${issue.message} (${issue.code}).` };
  }
}
