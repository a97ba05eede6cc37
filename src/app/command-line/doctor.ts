import { styleText } from 'node:util';
import { examine } from '#app/doctor/examine.ts';
import { createSecretStriker } from '#app/logging/secret-striker.ts';
import { quietTools } from '#app/process/tools.ts';
import { findSecrets } from '#app/settings/platforms.ts';
import type { Surroundings } from '#app/settings/surroundings.ts';
import type { Finding } from '#conversation/ports/finding.ts';

/** What was asked for on the command line. */
export interface DoctorRequest {
  readonly contentOption: string | undefined;
  readonly isJson: boolean;
  readonly now: () => number;
}

const labels = { ok: 'ok', warning: 'look', fault: 'MEND' } as const;
const styles = { ok: 'green', warning: 'yellow', fault: 'red' } as const;
const indent = ' '.repeat(6);

/** Checks everything, and writes each finding with its remedy; resolves to the exit code: 1 if anything must be mended. */
export async function runDoctor(
  { contentOption, isJson, now }: DoctorRequest,
  {
    streams: { output },
    ...surroundings
  }: Pick<Surroundings, 'environment' | 'settingsFaults' | 'workingFolder' | 'streams' | 'platforms'>,
): Promise<number> {
  const { environment, platforms } = surroundings;
  const strike = createSecretStriker(findSecrets(environment, platforms));
  const findings: Finding[] = [];
  const parts = { ...surroundings, contentOption, nodeVersion: process.version, tools: { ...quietTools, now } };
  for await (const finding of examine(parts)) {
    findings.push(finding);
    if (!isJson) output.write(strike(render(finding, output)));
  }
  const faults = findings.filter(({ level }) => level === 'fault').length;
  const isSound = faults === 0;
  if (isJson) output.write(strike(`${JSON.stringify({ isSound, findings }, undefined, 2)}\n`));
  else output.write(isSound ? '\nNothing must be mended.\n' : `\nTo be mended: ${faults}.\n`);
  return isSound ? 0 : 1;
}

function render({ subject, level, statement, remedy }: Finding, output: NodeJS.WritableStream): string {
  const label = styleText(styles[level], labels[level].padEnd(indent.length), { stream: output });
  const lines = [`${label}${tame(subject)}: ${tame(statement)}`];
  if (remedy !== undefined) lines.push(`${indent}→ ${tame(remedy)}`);
  return `${lines.join('\n')}\n`;
}

/** Paths, names and what the platforms say are not ours: none may drive the terminal. */
function tame(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
