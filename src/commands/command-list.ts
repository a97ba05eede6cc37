import type { CommandSpec } from './command-spec.ts';

/** The one list of commands. Free text is `ask`; its order is the order of help. */
export const commandList = [
  {
    name: 'ask',
    description: 'Ask in your own words whether something runs on Arm; the word "ask" can be left out.',
    options: [{ name: 'question', description: 'What do you want to know?', kind: 'question', isRequired: true }],
    examples: ['does samba run on armv6?', 'ask is there an alpine image for arm64?'],
    phrases: [],
    whoMay: 'anyone',
  },
  {
    name: 'status',
    description: 'A table of everything the archive says about one subject: where it runs and since when.',
    options: [{ name: 'subject', description: 'A product, project or tool.', kind: 'subject', isRequired: true }],
    examples: ['status samba', 'status "samba for mac"'],
    phrases: [],
    whoMay: 'anyone',
  },
  {
    name: 'search',
    description: 'List the articles that fit some words best.',
    options: [{ name: 'words', description: 'Words to look for.', kind: 'words', isRequired: true }],
    examples: ['search container runtime'],
    phrases: [],
    whoMay: 'anyone',
  },
  {
    name: 'latest',
    description: 'Show what the newest issue is about.',
    options: [],
    examples: ['latest'],
    phrases: ['latest issue', 'the latest issue', 'newest', 'newest issue', 'the newest issue', 'show latest'],
    whoMay: 'anyone',
  },
  {
    name: 'issue',
    description: 'Show what one issue is about.',
    options: [
      {
        name: 'issue',
        description: 'A week (41, 2017-W41), "latest", or words of a heading.',
        kind: 'issue',
        isRequired: true,
      },
    ],
    examples: ['issue 41', 'issue 2017-W41', 'issue container runtime'],
    phrases: [],
    whoMay: 'anyone',
  },
  {
    name: 'help',
    description: 'Show what you can type, or how one command works.',
    options: [{ name: 'command', description: 'The command to explain.', kind: 'command', isRequired: false }],
    examples: ['help', 'help status'],
    phrases: ['help me', 'commands', '?', 'what can you do', 'what can i ask'],
    whoMay: 'anyone',
  },
  {
    name: 'about',
    description: 'Show the version of this bot and what it has read.',
    options: [],
    examples: ['about'],
    phrases: ['version', 'about you', 'who are you'],
    whoMay: 'anyone',
  },
  {
    name: 'forget',
    description: 'Remove what is kept of you: questions without an answer, and whether answers helped.',
    options: [],
    examples: ['forget me'],
    phrases: ['forget me', 'please forget me', 'forget about me', 'forget my data', 'delete my data', 'remove my data'],
    whoMay: 'anyone',
    hasEffect: true,
  },
] as const satisfies readonly CommandSpec[];

export type CommandName = (typeof commandList)[number]['name'];
