import { expect } from 'chai';
import fc from 'fast-check';
import { splitCommandLine, WordsError } from './words';

describe('Splitting a command line', () => {
  const examples: readonly (readonly [string, readonly (readonly string[])[]])[] = [
    ['oc get pods', [['oc', 'get', 'pods']]],
    ['  oc\tget   pods  ', [['oc', 'get', 'pods']]],
    [`patch -p '{"a": "b c"}'`, [['patch', '-p', '{"a": "b c"}']]],
    [`patch -p "{\\"a\\": \\"\\$b\\"}"`, [['patch', '-p', '{"a": "$b"}']]],
    [`a "it's"' "fine"'`, [['a', `it's "fine"`]]],
    ["label node a key=''", [['label', 'node', 'a', 'key=']]],
    ["a '' b", [['a', '', 'b']]],
    ['a\\ b c\\\\d', [['a b', 'c\\d']]],
    ['jsonpath={.a\\.b/c}', [['jsonpath={.a\\.b/c}']]],
    ['jsonpath={.a}{.b\\.c}{.d} e\\.f', [['jsonpath={.a}{.b\\.c}{.d}', 'e.f']]],
    ['{a\\ b}\\.c', [['{a b}.c']]],
    ['oc patch \\\n    -p x', [['oc', 'patch', '-p', 'x']]],
    [
      'describe pod/a|grep Node',
      [
        ['describe', 'pod/a'],
        ['grep', 'Node'],
      ],
    ],
    ['get pods # all of them', [['get', 'pods']]],
    ['get pod#1', [['get', 'pod#1']]],
    ['$ oc get pods\n', [['$', 'oc', 'get', 'pods']]],
    ["-p '\nspec: {}\n'", [['-p', '\nspec: {}\n']]],
  ];
  for (const [line, stages] of examples) {
    it(JSON.stringify(line), () => expect(splitCommandLine(line)).to.deep.equal(stages));
  }

  const refused: readonly (readonly [string, RegExp])[] = [
    ["oc get 'pods", /a ' is never closed/],
    ['oc get "pods', /a " is never closed/],
    ['oc get pods > out', /unquoted >/],
    ['oc get pod/<name>', /<angle brackets> must be replaced/],
    ['oc get pods; oc get nodes', /Give one command a step/],
    ['oc get $NAME', /asks for a variable/],
    ['oc get "$(cat x)"', /asks for a variable or a command/],
    ['oc get `x`', /Command substitution/],
    ['oc get pods |', /A pipe needs a command on both sides/],
    ['oc get pods\noc get nodes', /goes on after its end/],
  ];
  for (const [line, why] of refused) {
    it(`refuses ${JSON.stringify(line)}`, () =>
      expect(() => splitCommandLine(line)).to.throw(WordsError, why));
  }

  it('gives back any words that were put in single quotes', () => {
    const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (words) => {
        expect(splitCommandLine(words.map(quote).join(' '))).to.deep.equal([words]);
      }),
    );
  });
});
