import { captureAnswers, pictureQuestion } from '../../test/fixtures/capture-answers.ts';
import type { Picture } from './picture-page.ts';
import { renderDiscordPage } from './render-discord-page.ts';
import { renderSlackPage } from './render-slack-page.ts';

/** Makes the pages of the README's pictures from what the real adapters post to the local servers today. */
export async function composePictures(): Promise<readonly Picture[]> {
  const { slack, discord } = await captureAnswers();
  return [
    { name: 'slack', html: renderSlackPage(pictureQuestion, slack) },
    { name: 'discord', html: renderDiscordPage(pictureQuestion, discord) },
  ];
}
