import { expect } from 'chai';
import { CommandError } from './errors';
import { list, maybe, onOff, text } from './flags';
import { parseCommand } from './parser';
import { defineVerb } from './verb';

const verbs = ['get', 'rollout status', 'rollout undo', 'create', 'create namespace'].map((name) =>
  defineVerb({
    name,
    flags: {
      all: onOff('A'),
      noHeaders: onOff(),
      ignoreNotFound: maybe(),
      wait: onOff(undefined, true),
      output: text('o'),
      filename: list('f'),
    },
    run: async () => undefined,
  }),
);

const parse = (line: string) => parseCommand(verbs, line.split(' '));
const refusal = (line: string): string => {
  try {
    parse(line);
  } catch (error) {
    if (error instanceof CommandError) return error.message;
    throw error;
  }
  return '';
};

describe('Reading a command', () => {
  it('tells verb, words and flags', () => {
    const { verb, words, flags } = parse('get pods a b -o yaml');
    expect([verb.name, words, flags.output]).to.deep.equal(['get', ['pods', 'a', 'b'], 'yaml']);
  });

  it('finds verbs of two words, behind flags as well', () => {
    const { verb, words, flags } = parse('-n shop rollout status ds/a');
    expect([verb.name, words, flags.namespace]).to.deep.equal(['rollout status', ['ds/a'], 'shop']);
    expect(parse('create namespace a').verb.name).to.equal('create namespace');
    expect(parse('create -f a.yaml').verb.name).to.equal('create');
  });

  for (const line of ['get -o yaml', 'get -oyaml', 'get -o=yaml', 'get --output yaml', 'get --output=yaml']) {
    it(`reads the value in "${line}"`, () => expect(parse(line).flags.output).to.equal('yaml'));
  }

  it('reads switches that stand alone or say what they mean', () => {
    const { words, flags } = parse('get --all pods --no-headers --wait=false');
    expect(words).to.deep.equal(['pods']);
    expect(flags).to.include({ all: true, noHeaders: true, wait: false });
    expect(flags.ignoreNotFound).to.equal(undefined);
    expect(parse('get -A pods').flags).to.include({ all: true, noHeaders: false, wait: true });
  });

  it('reads several letters in one word', () => {
    expect(parse('get -Ao yaml').flags).to.include({ all: true, output: 'yaml' });
    expect(parse('get -Aoyaml').flags).to.include({ all: true, output: 'yaml' });
  });

  it('takes all words behind -- as they are', () => {
    expect(parse('get pods -- -o --all').words).to.deep.equal(['pods', '-o', '--all']);
  });

  it('takes a value as it is, even if it looks like a flag', () => {
    expect(parse('get -o -A').flags).to.include({ output: '-A', all: false });
  });

  it('remembers nothing from one command to the next', () => {
    parse('get -f a -f b,c --all');
    expect(parse('get -f d').flags).to.deep.include({ filename: ['d'], all: false });
  });

  const KNOWN =
    'Known here: --all --as --as-group --filename --ignore-not-found --namespace --no-headers --output --wait';
  const refused: readonly (readonly [string, string])[] = [
    ['foo', 'error: unknown command "foo" for "kubectl"\nKnown here: create, get, rollout.'],
    ['logs a', 'error: "kubectl logs" is not supported here\nKnown here: create, get, rollout.'],
    [
      'rollout pause',
      'error: unknown command "pause" for "kubectl rollout"\nKnown here: rollout status, rollout undo.',
    ],
    ['rollout', 'error: "kubectl rollout" needs a command. Known here: rollout status, rollout undo.'],
    ['get --bar', `error: unknown flag: --bar\nSee 'kubectl get --help' for usage.\n${KNOWN}`],
    ['get --bar=1', `error: unknown flag: --bar\nSee 'kubectl get --help' for usage.\n${KNOWN}`],
    ['get -x', `error: unknown shorthand flag: 'x' in -x\nSee 'kubectl get --help' for usage.\n${KNOWN}`],
    ['get -Ax', `error: unknown shorthand flag: 'x' in -x\nSee 'kubectl get --help' for usage.\n${KNOWN}`],
    ['get -o', "error: flag needs an argument: 'o' in -o\nSee 'kubectl get --help' for usage."],
    ['get --output', "error: flag needs an argument: --output\nSee 'kubectl get --help' for usage."],
    [
      'get --all=maybe',
      'error: invalid argument "maybe" for "-A, --all" flag: strconv.ParseBool: parsing "maybe": invalid syntax' +
        "\nSee 'kubectl get --help' for usage.",
    ],
  ];
  for (const [line, message] of refused) {
    it(`refuses "${line}"`, () => expect(refusal(line)).to.equal(message));
  }
});
