import { StepDefinitionPatternType } from '@cucumber/messages';
import { expect } from 'chai';
import { plainly } from '../../terminal/style';
import { dictionaryText } from './dictionary';
import { phrasesOf } from './phrase';

const phrases = phrasesOf({
  stepDefinitions: [
    ['/home/me/steps/updates.ts', 'an update'],
    ['steps/pods/oldAndNew.ts', 'two pods'],
    ['steps/daemonSets/status.ts', 'a status'],
    ['steps/pods/oldAndNew.ts', 'one pod'],
  ].map(([uri, source = ''], index) => ({
    id: String(index),
    pattern: { source, type: StepDefinitionPatternType.CUCUMBER_EXPRESSION },
    sourceReference: { uri },
  })),
  parameterTypes: [],
});

describe('the dictionary', () => {
  it('lists phrases by subject: the file they stand in, and the folder it is in', () => {
    const lines = dictionaryText(phrases, new Map(), plainly(80)).split('\n');
    expect(lines.filter((line) => line !== '' && !line.startsWith('    '))).to.deep.equal([
      'Daemon sets: status',
      '  a status',
      'Pods: old and new',
      '  two pods',
      '  one pod',
      'Updates',
      '  an update',
    ]);
  });
});
