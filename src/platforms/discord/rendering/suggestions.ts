import type { Block, Reply } from '#conversation/reply.ts';
import type { ReplyAction } from '#conversation/wording/reply-action.ts';
import { cutDiscordLabel } from '#platforms/discord/text/fit.ts';
import { discordLimits as limits } from '#platforms/discord/text/limits.ts';

/** Something to press that asks a question. */
export interface Suggestion {
  readonly label: string;
  readonly action: ReplyAction;
}

/** How the suggestions of a reply are shown: all as buttons, or a menu for each title; what fits into neither is listed. */
export interface DiscordSuggestions {
  /** At most one row. */
  readonly buttons: readonly Suggestion[];
  /** Said above the buttons, which have no title themselves. */
  readonly title: string;
  readonly menus: readonly { readonly title: string; readonly options: readonly Suggestion[] }[];
  /** Questions that no button or menu shows whole, as lists for the text. */
  readonly listed: readonly Block[];
}

/** Longer questions make buttons that are hard to read on a phone. */
const MAX_READABLE_LABEL = 60;
/** Beside the rows for paging and for the actions. */
const MAX_MENUS = limits.actionRows - 2;

/** Decides on buttons or menus; each question is offered once. */
export function planDiscordSuggestions(reply: Reply): DiscordSuggestions {
  const groups = groupQuestions(reply);
  const all = groups.flatMap(({ questions }) => questions);
  if (all.length <= limits.buttonsPerRow && all.every((question) => asLabel(question).length <= MAX_READABLE_LABEL)) {
    const title = groups.map(({ title }) => title).join(' · ');
    return { buttons: all.map(asSuggestion), title, menus: [], listed: [] };
  }
  const menus = groups.slice(0, MAX_MENUS).map(({ title, questions }) => ({
    title,
    options: questions.slice(0, limits.menuOptions).map(asSuggestion),
  }));
  const listed = groups.flatMap(({ title, questions }, group): Block[] => {
    const fits = (question: string, index: number) =>
      group < MAX_MENUS && index < limits.menuOptions && asLabel(question).length <= limits.menuOptionLabel;
    const items = questions.filter((question, index) => !fits(question, index));
    return items.length === 0 ? [] : [{ kind: 'list', title, items }];
  });
  return { buttons: [], title: '', menus, listed };
}

function groupQuestions(reply: Reply): { title: string; questions: string[] }[] {
  const seen = new Set<string>();
  return reply.blocks
    .filter((block) => block.kind === 'suggestions')
    .map(({ title, questions }) => ({
      title,
      questions: questions.filter((question) => {
        const isNew = asLabel(question) !== '' && !seen.has(question);
        seen.add(question);
        return isNew;
      }),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** Uncut. */
function asLabel(question: string): string {
  return cutDiscordLabel(question, Number.POSITIVE_INFINITY);
}

function asSuggestion(question: string): Suggestion {
  return { label: cutDiscordLabel(question, limits.menuOptionLabel), action: { kind: 'ask', line: question } };
}
