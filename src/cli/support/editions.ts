import type { Pickle, PickleStep } from '@cucumber/messages';
import type { Told } from '../../catalogue/editions';
import type { Definition } from '../../catalogue/phrases/definitions';
import { AstIndex } from '../../run/ast';
import type { RunLog } from '../../run/log';

/**
 * What every step of every example does: the English phrase that it says, and the values that the code is given. Of a
 * step that no phrase fits, its words.
 */
export const toldIn = (log: RunLog, definitions: ReadonlyMap<string, Definition>): readonly Told[] => {
  const ast = new AstIndex();
  for (const document of log.documents) ast.add(document);
  const all = [...definitions.values()];
  const known = new Map<string, Definition | undefined>();
  const definitionOf = (text: string): Definition | undefined => {
    if (!known.has(text))
      known.set(
        text,
        all.find(({ expression }) => expression.match(text)),
      );
    return known.get(text);
  };
  return log.pickles().map((pickle: Pickle) => ({
    pickle,
    line: ast.lineOf(pickle),
    deeds: pickle.steps.map((step) => deedOf(step, definitionOf(step.text))),
  }));
};

/** Something done before the cluster has worked on what was done before is another deed. */
const AT_ONCE = /^(?:at once|곧바로) /;

const deedOf = (step: PickleStep, definition: Definition | undefined): string => {
  if (!definition) return step.text;
  const { expression, pattern, options } = definition;
  const { english = { pattern, values: (own: readonly unknown[]) => own } } = options.wrapperOptions ?? {};
  const values = (expression.match(step.text) ?? []).map((argument) => argument.getValue<unknown>(undefined));
  return JSON.stringify([
    english.pattern,
    AT_ONCE.test(step.text),
    step.type,
    english.values([...values, ...belowOf(step)]).map(comparable),
  ]);
};

/** What stands below a step, as its code is given it: of a table, what it is asked for. */
const belowOf = ({ argument }: PickleStep): readonly unknown[] => {
  if (argument?.docString) return [argument.docString.content];
  const raw = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value));
  return raw ? [{ raw: () => raw }] : [];
};

/** Somebody who is not named is nobody in JSON, too. */
const comparable = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'raw' in value && typeof value.raw === 'function'
    ? value.raw()
    : (value ?? null);
