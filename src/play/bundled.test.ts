import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parseFeature } from '../catalogue/features';
import { faultOf } from '../evidence/counterexamples/counterexample.testkit';
import { featureFiles, featuresIn } from '../project/features';
import { HOUSE } from '../project/house';
import { readRegister } from '../project/register';
import '../project/disk';
import type { Example, StepRun } from '../run/example';
import { locationOf } from '../run/example';
import { readFile } from '../run/files';
import { logOfTrying } from '../run/tried.testkit';
import { bundledPlayer, type Handed } from './bundled.testkit';
import { manifestsOf } from './manifests';

const COUNTEREXAMPLES = 'src/evidence/counterexamples';

/** The path of a stack trace is not that of Cucumber. */
const withoutWay = (text = ''): string => text.replace(/\n\s+at [\s\S]*$/, '').trimEnd();

const wordsOf = ({ keyword, text, line, outcome, result, attachments }: StepRun) => ({
  keyword,
  text,
  line,
  outcome,
  message: withoutWay(result?.message),
  exception: result?.exception?.message,
  attached: attachments.map(({ mediaType, body }) => [mediaType, body]),
});

/** All that can be told of an example that was tried. */
const told = ({ steps, ...rest }: Example): unknown =>
  JSON.parse(JSON.stringify({ ...rest, steps: steps.map(wordsOf) }));

describe('features that are played without Cucumber', function () {
  this.timeout(300_000);
  let player: Handed & Awaited<ReturnType<typeof bundledPlayer>>;

  const playFile = async (file: string): Promise<readonly Example[]> => {
    const text = readFileSync(`${HOUSE}/${file}`, 'utf8');
    const files = manifestsOf(parseFeature(text, file).pickles, readFile);
    const claims = readRegister(HOUSE).map(({ id }) => ({ id }));
    const { problems, examples } = await player.playHere(text, { uri: file, files, claims });
    expect(problems, file).to.have.length(0);
    return examples;
  };

  before(async () => {
    player = await bundledPlayer();
  });

  it('are green, every example of the house', async () => {
    let played = 0;
    for (const file of featureFiles(HOUSE))
      for (const example of await playFile(file)) {
        played++;
        const words = example.steps.map(({ result }) => result?.message ?? '').join('');
        expect(example.outcome, `${locationOf(example)}: ${words}`).to.equal('passed');
      }
    expect(played).to.be.greaterThan(1000);
  });

  it('are red with the same words, and with the same history', async () => {
    const files = featuresIn(`${HOUSE}/${COUNTEREXAMPLES}`).map((file) => `${COUNTEREXAMPLES}/${file}`);
    const tried = new Map((await logOfTrying(...files)).examples().map((each) => [locationOf(each), each]));
    expect(tried.size).to.be.greaterThan(100);
    let played = 0;
    for (const file of files)
      for (const example of await playFile(file)) {
        played++;
        const place = locationOf(example);
        expect(faultOf(example), place).to.equal(undefined);
        const other = tried.get(place);
        expect(told(example), place).to.deep.equal(other && told(other));
        expect(example.film?.history, place).to.be.a('string');
      }
    expect(played).to.equal(tried.size);
  });

  it('leave at home what is not used', () => {
    const inputs = Object.keys(player.metafile.inputs);
    for (const left of [
      'regexp-tree',
      'class-transformer',
      'reflect-metadata',
      '/chai/',
      '@cucumber/cucumber/',
    ])
      expect(inputs.filter((path) => path.includes(left))).to.deep.equal([]);
    expect(player.size).to.be.lessThan(1_400_000);
  });
});
