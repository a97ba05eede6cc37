import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { termsOfWord, tokenize } from '#search/words/tokenize.ts';
import { HOSTILE_SEED, hostileText } from '../../answering/hostile-text.ts';
import { assertProperty } from '../../fixtures/assert-property.ts';

/** Each word of a text with its terms: `node.js:nodejs,node,js`. */
function read(text: string): string {
  return tokenize(text)
    .map(({ raw, terms }) => `${raw}:${terms.join(',')}`)
    .join(' ');
}

test('a word is found by all that people call it, and by its parts', () => {
  const cases: Record<string, string> = {
    // Names with dots, pluses and digits stay whole.
    'Node.js': 'Node.js:nodejs,node,js',
    'C++ or C#': 'C++:c++ or:or C#:c#',
    '6WINDGate': '6WINDGate:6windgate',
    '.NET': '.NET:dotnet',
    'in (.net)': 'in:in .net:dotnet',
    '.gitignore': '.gitignore:gitignor',
    k8s: 'k8s:kubernetes',
    'golang, Go': 'golang:go Go:go',
    // A version is found by its shorter forms, with or without its "v".
    '17.07.0-rc1': '17.07.0-rc1:17.07.0-rc1,17.07.0,17.07,rc1',
    'v1.2': 'v1.2:1.2',
    // A quantity is found by its number and its unit.
    '512MB': '512MB:512mb,512,mb',
    '3 gigs': '3:3 gigs:gb',
    // Compounds are found whole, in one word, and by their parts.
    'drop-in': 'drop-in:dropin,drop,in',
    x86_64: 'x86_64:x8664,x86,64',
    'arm64/armv7': 'arm64/armv7:arm64armv7,arm64,armv7',
    'I/O': 'I/O:io,i,o',
    // Endings are not the word.
    'Moby’s': 'Moby’s:mobi',
    "users' images": 'users:user images:image',
    "don't": "don't:dont",
    'ran running runs': 'ran:run running:run runs:run',
    'batteries, battery': 'batteries:batteri battery:batteri',
    // What people cut short is the whole word.
    'libs, libraries, lib': 'libs:library libraries:library lib:library',
    'certs, certificates': 'certs:certificate certificates:certificate',
    'Jan, january': 'Jan:january january:january',
    // Accents, ligatures and full-width letters are folded, composed or not.
    Müller: 'Müller:muller',
    're\u0301sume\u0301': 're\u0301sume\u0301:resum',
    'ﬁle Ａrm': 'ﬁle:file Ａrm:arm',
    // Punctuation is no part of a word.
    'Well...then, (arm64)!': 'Well:well then:then arm64:arm64',
    'ends here. Next': 'ends:end here:here Next:next',
    '— ?! ( ) …': '',
    // Words that every JavaScript object knows are words like any other.
    'constructor __proto__ toString': 'constructor:constructor proto:proto toString:tostr',
    // What is not Latin is a word too.
    'докер 茶壺': 'докер:докер 茶壺:茶壺',
  };
  for (const [text, expected] of Object.entries(cases)) {
    assert.equal(read(text), expected, text);
  }
});

test('the same word has the same terms, however it is written and whatever was read before', () => {
  const groups = [
    ['Kubernetes', 'kubernetes', 'K8S', 'k8s', 'kube'],
    ['NodeJS', 'node.js', 'Node.JS'],
    ['license', 'licence', 'licenses'],
    ['functions-as-a-service', 'FaaS', 'serverless'],
    ['Zürich', 'zurich', 'Zu\u0308rich'],
  ];
  for (const words of groups) {
    assert.equal(new Set(words.map((word) => termsOfWord(word)[0])).size, 1, words.join(' = '));
  }
  const once = termsOfWord('configurations');
  for (let i = 0; i < 60_000; i++) termsOfWord(`w${i}`);
  assert.deepEqual(termsOfWord('configurations'), once);
});

test('hostile texts are split without an exception: every word is in the text, every term is a word', (t) => {
  t.diagnostic(`seed ${HOSTILE_SEED}`);
  assertProperty(
    fc.property(hostileText, (text) => {
      let from = 0;
      for (const { raw, terms } of tokenize(text)) {
        const at = text.indexOf(raw, from);
        assert.ok(at >= from, `${JSON.stringify(raw)} is in its place`);
        from = at + raw.length;
        assert.ok(terms.length > 0);
        for (const term of terms) {
          assert.equal(typeof term, 'string');
          assert.ok(term.length <= 60 * 18, 'no longer than the folded form of sixty characters');
          assert.equal(term, term.toLowerCase());
        }
      }
    }),
    { seed: HOSTILE_SEED, numRuns: 3000 },
  );
});

test('an amount is found with and without its blank', () => {
  assert.deepEqual(tokenize('4gb')[0]?.terms, ['4gb', '4', 'gb']);
});

test('short verbs lose their endings too', () => {
  for (const form of ['pays', 'paying', 'paid']) assert.deepEqual(tokenize(form)[0]?.terms, ['pay'], form);
});

test('how a page is made is no word of its address', () => {
  for (const page of ['millsoft.example/sieves.html', 'millsoft.example/scan.php', '34594.html'])
    assert.ok(!termsOfWord(page).some((term) => /html|php/.test(term)), page);
  for (const name of ['index.html', 'html', 'php', 'millsoft.example/mills.pdf'])
    assert.ok(
      termsOfWord(name).some((term) => /html|php|pdf/.test(term)),
      name,
    );
});
