import type { FetchedFor } from '#app/opening/fetch-content.ts';
import { projectVersion } from '#app/process/project-files.ts';
import { type Configuration, checkConfiguration, noFaults, readSetting } from '#app/settings/configuration.ts';
import type { Surroundings } from '#app/settings/surroundings.ts';
import type { ChatPlatform } from '#platforms/chat-platform.ts';
import { chatPlatforms } from '#platforms/platform-list.ts';
import { type CommandLineValues, parseCommandLine, wrongUsage } from './command-line.ts';
import { listPostable } from './subcommands.ts';

/** Runs the program for the words after its name; resolves to the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runCommandLine(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, workingFolder, streams, listenForStop, platforms = chatPlatforms } = surroundings;
  const { output, errors } = streams;
  const commandLine = parseCommandLine(words, platforms);
  const fail = (exitCode: number, text: string) => {
    errors.write(text.endsWith('\n') ? text : `${text}\n`);
    return exitCode;
  };
  if (commandLine.kind === 'wrong-usage') return fail(2, commandLine.text);
  if (commandLine.kind === 'help' || commandLine.kind === 'version') {
    output.write(commandLine.kind === 'help' ? commandLine.text : `${projectVersion}\n`);
    return 0;
  }

  const { subcommand, values } = commandLine;
  const bareWords = commandLine.words.join(' ').trim() || undefined;
  const folder = subcommand.name === 'check-content' ? (bareWords ?? values.content) : values.content;
  if (subcommand.name === 'ask' && bareWords === undefined && !values.json) {
    return fail(2, wrongUsage(subcommand, 'There is no question.').text);
  }
  if (subcommand.name === 'doctor') {
    const { runDoctor } = await import('./doctor.ts');
    return runDoctor({ contentOption: values.content, isJson: values.json ?? false, now: Date.now }, surroundings);
  }
  const announceProblem = subcommand.name === 'announce' ? findAnnounceProblem(values, platforms) : undefined;
  if (announceProblem !== undefined) return fail(2, wrongUsage(subcommand, announceProblem).text);
  const { problems: fileProblems, findHints } = surroundings.settingsFaults ?? noFaults;
  const { configuration, problems = [] } = checkConfiguration(environment, folder, workingFolder);
  if (subcommand.name === 'start') {
    const { runStart } = await import('./start.ts');
    return runStart(surroundings, configuration, problems);
  }
  // Who only asks or checks needs no token: what is wrong with the file of settings is said, and keeps nobody from it.
  const needsSettings = ['announce', 'report', 'manifest', 'web', 'site', 'mcp'].includes(subcommand.name);
  for (const sentence of [...fileProblems, ...(needsSettings ? await findHints() : [])]) errors.write(`${sentence}\n`);
  if (needsSettings && fileProblems.length > 0) return 1;
  if (configuration === undefined) return fail(1, problems.join('\n'));
  const fetched = await fetchFor(subcommand.name, configuration);
  if (fetched === 'nothing' && subcommand.name !== 'manifest') return 1;

  const { contentFolder } = configuration;
  // Each is loaded only when it runs: the first answer does not wait for the rest of the program.
  switch (subcommand.name) {
    case 'chat': {
      const { runChat } = await import('./chat.ts');
      return runChat(contentFolder, surroundings, listenForStop());
    }
    case 'ask': {
      const { runAskBatch, runAskOnce } = await import('./ask.ts');
      if (values.json || bareWords === undefined) return runAskBatch(bareWords, contentFolder, streams);
      return runAskOnce(bareWords, contentFolder, streams);
    }
    case 'web':
    case 'site':
    case 'mcp': {
      const { checkWebSettings } = await import('#platforms/web/serving/settings.ts');
      const { settings: web, problems: faults } = checkWebSettings((name) => readSetting(environment, name));
      if (web === undefined) return fail(1, faults.join('\n'));
      if (subcommand.name === 'site') {
        if (bareWords === undefined) return fail(2, wrongUsage(subcommand, 'It needs a folder.').text);
        const { runSite } = await import('#app/web/run-site.ts');
        return runSite(bareWords, contentFolder, web.url, streams);
      }
      if (subcommand.name === 'web') {
        const { runWeb } = await import('#app/web/run-web.ts');
        return runWeb(web, contentFolder, streams, listenForStop());
      }
      const { runMcp } = await import('#app/web/run-mcp.ts');
      return runMcp(contentFolder, web.url, streams, listenForStop());
    }
    case 'announce': {
      const { runAnnounce } = await import('#app/announce/run-announce.ts');
      const { now, status, platform, issue: issueId } = values;
      const mode = now ? 'now' : status ? 'status' : 'dry-run';
      return runAnnounce({ mode, platform, issueId, contentFolder }, surroundings);
    }
    case 'check-content': {
      if (values.links) {
        const { runCheckLinks } = await import('./check-links.ts');
        return runCheckLinks({ file: values.explain, folder: contentFolder }, streams);
      }
      const { runCheckContent, runExplainFile } = await import('./check-content.ts');
      if (values.explain !== undefined) return runExplainFile(values.explain, contentFolder, streams);
      // What stands there now is what was asked about, and not what was fetched before.
      return Math.max(await runCheckContent(contentFolder, streams), fetched === 'now' ? 0 : 1);
    }
    case 'draft-facts': {
      if (bareWords === undefined) {
        return fail(2, wrongUsage(subcommand, 'It needs the file of an issue.').text);
      }
      const { runDraftFacts } = await import('./draft-facts.ts');
      return runDraftFacts(bareWords, streams);
    }
    case 'report': {
      const { runReport } = await import('#app/report/run-report.ts');
      const { unanswered = false, feedback = false, watched = false } = values;
      const isWhole = !unanswered && !feedback && !watched;
      const wanted = isWhole ? { unanswered: true, feedback: true, watched: true } : { unanswered, feedback, watched };
      const format = values.json ? 'json' : values.csv ? 'csv' : 'text';
      return runReport({ ...wanted, format, contentFolder, environment, workingFolder }, streams);
    }
    case 'manifest': {
      const { runManifest } = await import('./manifest.ts');
      const request = { platform: bareWords, platforms, options: { ...values } };
      return runManifest(request, environment, contentFolder, streams);
    }
  }

  /** Brings what a subcommand reads of a source: what is there now where that is asked for, else what is there already. */
  async function fetchFor(name: string, { fetching }: Configuration): Promise<FetchedFor> {
    if (fetching === undefined || name === 'draft-facts') return 'now';
    const { fetchContent } = await import('#app/opening/fetch-content.ts');
    return fetchContent(fetching.source, { isFresh: ['chat', 'announce', 'check-content'].includes(name), errors });
  }
}

/** npm swallows what stands before a bare "--": so nothing is posted unless it is said which of the three is meant. */
function findAnnounceProblem(
  { now, status, 'dry-run': dryRun, platform, issue }: CommandLineValues,
  platforms: readonly ChatPlatform[],
): string | undefined {
  if ([now, status, dryRun].filter(Boolean).length !== 1) return 'Say one of --dry-run, --now and --status.';
  const names = listPostable(platforms);
  if (platform !== undefined && (status || !names.includes(platform))) {
    return `Option --platform takes ${names.join(' or ')}, with --dry-run or --now.`;
  }
  return issue !== undefined && !dryRun ? 'Option --issue goes with --dry-run.' : undefined;
}
