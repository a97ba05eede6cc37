import { captureAnswers, pictureQuestion } from '../../test/fixtures/capture-answers.ts';
import { captureNews } from '../../test/fixtures/capture-news.ts';
import type { Picture } from './picture-page.ts';
import { renderDiscordNewsPage, renderDiscordPage } from './render-discord-page.ts';
import { renderSlackNewsPage, renderSlackPage } from './render-slack-page.ts';
import { renderWebPage } from './render-web-page.ts';

/** Makes the pages of the README's pictures from what the real adapters post to the local servers today, and the page serves. */
export async function composePictures(): Promise<readonly Picture[]> {
  const { slack, discord, web } = await captureAnswers();
  const news = await captureNews();
  return [
    { name: 'slack', html: renderSlackPage(pictureQuestion, slack) },
    { name: 'discord', html: renderDiscordPage(pictureQuestion, discord) },
    { name: 'slack-news', html: renderSlackNewsPage(news.slack) },
    { name: 'discord-news', html: renderDiscordNewsPage(news.discord) },
    { name: 'web-answer', html: renderWebPage(web.answer) },
    { name: 'web-table', html: renderWebPage(web.table) },
  ];
}
