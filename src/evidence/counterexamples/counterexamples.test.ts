import { relative } from 'node:path';
import { expect } from 'chai';
import { phrasesOf } from '../../catalogue/phrases/phrase';
import { featuresIn, parseFeatures, parseFiles } from '../../project/features';
import { AstIndex } from '../../run/ast';
import { type Example, locationOf } from '../../run/example';
import type { RunLog } from '../../run/log';
import { logOfTrying } from '../../run/tried.testkit';
import { faultOf } from './counterexample.testkit';
import { lacksOf, thenPhrases } from './coverage.testkit';

const FILES = featuresIn(__dirname).map((file) => relative(process.cwd(), `${__dirname}/${file}`));

/** Each counter-example by the line it begins in; a row of an outline is one. */
const written = (): ReadonlyMap<string, string> => {
  const { documents, pickles } = parseFiles(FILES, process.cwd());
  const ast = new AstIndex();
  for (const document of documents) ast.add(document);
  return new Map(
    pickles.map((pickle) => [
      locationOf({ uri: pickle.uri, line: ast.lineOf(pickle) }),
      `${pickle.name}: ${pickle.steps.at(-1)?.text}`,
    ]),
  );
};

describe('every sentence of the dictionary can fail', function () {
  this.timeout(120_000);
  let log: RunLog;
  let tried: ReadonlyMap<string, Example>;

  before(async () => {
    log = await logOfTrying(...FILES);
    tried = new Map(log.examples().map((example) => [locationOf(example), example]));
  });

  for (const [place, title] of written())
    it(`${place}: ${title}`, () => {
      const example = tried.get(place);
      if (!example) throw new Error('It was not tried.');
      const fault = faultOf(example);
      if (fault !== undefined) throw new Error(`${place}: ${fault}`);
    });

  it('has a counter-example for every phrase, and one for each name in it', () => {
    const phrases = thenPhrases(phrasesOf(log), parseFeatures(process.cwd()).pickles);
    expect(phrases).not.to.deep.equal([]);
    const lacks = lacksOf(phrases, [...tried.values()]);
    if (lacks.length > 0)
      throw new Error(
        `${lacks.join('\n')}\nWrite one into src/evidence/counterexamples/: its last step is the sentence, and the words ` +
          'that it must be red with stand below its title, after a >.',
      );
  });
});
