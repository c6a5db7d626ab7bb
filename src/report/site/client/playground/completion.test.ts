import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { expect } from 'chai';
import { completePhrases } from './completion';

const entry = (pattern: string, step?: string, below: readonly string[] = []) => ({
  pattern,
  file: 'steps/a.ts',
  line: 1,
  ...(step === undefined ? {} : { example: { step, line: `When ${step}`, below } }),
});

const entries = [
  entry('(at once )node {string} joins', 'node "east-1" joins'),
  entry('the nodes:', 'the nodes:', ['  | name |']),
  entry('노드 {string}이/가 참여한다', '노드 "east-1"이/가 참여한다'),
];

const offered = (doc: string, explicit = false): readonly string[] | undefined =>
  completePhrases(() => entries)(
    new CompletionContext(EditorState.create({ doc }), doc.length, explicit),
  )?.options.map(({ label }) => label);

describe('completion', () => {
  it('offers phrases that have the words behind a keyword', () => {
    expect(offered('    When node jo')).to.deep.equal(['node {string} joins']);
    expect(offered('    And no')).to.deep.equal(['node {string} joins', 'the nodes:']);
    expect(offered('    When node "x" jo')).to.deep.equal(['node {string} joins']);
  });

  it('offers all of them if asked, and none elsewhere', () => {
    expect(offered('    When ')).to.equal(undefined);
    expect(offered('    When ', true)).to.have.length(2);
    expect(offered('  Rule: node')).to.equal(undefined);
  });

  it('offers Korean phrases behind Korean keywords', () => {
    expect(offered('    만일 노드')).to.deep.equal(['노드 {string}이/가 참여한다']);
  });
});
