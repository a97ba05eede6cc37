import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { smallTalkRules } from '#answering/answers/small-talk.ts';
import { kindRules } from '#answering/question/question-kind.ts';
import { statusRules } from '#drafting/status-rules.ts';
import {
  countQuestionHits,
  countStatusHits,
  questionRuleNames,
  renderHits,
  statusRuleNames,
} from '../../../bench/evaluation/count-rule-hits.ts';
import { inventArchive } from '../../answering/invented-archive.ts';

const sentences = statusRules.map(({ example }) => example);
const archive = inventArchive({
  '2031-W02': `### Examples\n\n${sentences.join('\n\n')}\n\nNothing is said of Foodb.\n`,
});
const questions = [...smallTalkRules, ...kindRules].map(({ example }) => example);

suite('the count of what each rule reads', () => {
  test('counts the example of each rule for that rule, and for no other', () => {
    const status = countStatusHits(new Map([['examples', archive.issues]])).get('examples');
    assert.deepEqual([...(status?.keys() ?? [])].sort(), [...statusRuleNames].sort());
    assert.deepEqual(new Set(status?.values()), new Set([1]));
    const asked = countQuestionHits(new Map([['examples', [{ texts: questions, snapshot: archive }]]])).get('examples');
    const ofRules = questionRuleNames.filter((name) => !/^(?:what about|compat: by|none)/.test(name));
    assert.deepEqual([...(asked?.keys() ?? [])].sort(), ofRules.sort());
    assert.deepEqual(new Set(asked?.values()), new Set([1]));
  });

  test('counts what no rule reads, and what is read by less than a rule', () => {
    const texts = ['what about arm64?', 'foodb arm64 binaries', 'foodb arm64'];
    const hits = countQuestionHits(new Map([['some', [{ texts, snapshot: archive }]]])).get('some');
    assert.deepEqual([...(hits?.keys() ?? [])], ['what about …', 'compat: by its last word', 'none: any']);
  });

  test('shows a rule that reads nothing, too', () => {
    const table = renderHits(statusRuleNames, countStatusHits(new Map([['nothing', []]])));
    assert.equal(table.match(/\| +0 \|/g)?.length, statusRules.length + 1);
  });
});
