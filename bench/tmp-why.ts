import { understandQuestion } from '#answering/question/understand-question.ts';
import { decide } from '#answering/judging/decide.ts';
import { readArchive } from './read-archive.ts';
import { loadWorkload } from './workload.ts';
const { snapshot } = readArchive(loadWorkload());
for (const q of process.argv.slice(2)) {
  const u = understandQuestion(q, snapshot);
  console.log('##', q, '| kind', u.kind, 'wanted', u.wanted, 'pol', u.polarity, 'unknown', JSON.stringify(u.unknownNames));
  console.log('  topics', u.topics.map((t) => `${t.words}${t.named ? ':N' : ''}${t.target ? `:T(${t.target.id})` : ''}${t.isPlace ? ':place' : ''}${t.isStory ? ':story' : ''}${t.isDoubtful ? ':doubt' : ''}`).join(' ; '));
  console.log('  words', u.words.map((w) => `${w.raw}(${w.weight.toFixed(2)}${w.isEssential ? '!' : ''}${w.terms.length ? '' : '∅'})`).join(' '));
  const d = decide(u, snapshot);
  console.log('  verdict', d.verdict, 'best', d.best?.indexed.fact.says.slice(0, 90));
  for (const c of d.ranked.slice(0, Number(process.env.N ?? 6))) console.log(`   ${c.likelihood.toFixed(2)}${c.isRuledOut ? ' X' : ''} s=${c.score.toFixed(1)} miss=${c.missing.toFixed(2)} ess=${c.lacksEssential.toFixed(2)} like=${c.features.askLikeness.toFixed(2)} [${c.topics.map((t) => `${t.level.toFixed(2)}/${t.onLevel.toFixed(2)}${t.isAbout ? 'A' : ''}`)}] ${c.indexed.issue.id} ${c.indexed.fact.status ?? '-'} | ${c.indexed.fact.about.join(',')} | ${c.indexed.fact.says.slice(0, 110)}`);
}
