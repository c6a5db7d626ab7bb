import type { Form } from '../../src/catalogue/phrases/form';
import type { Translation } from '../../src/catalogue/phrases/translation';
import { PARAMETERS } from '../ko/parameters';
import { WORDS } from '../ko/words';
import { type Code, type DataTable, definitionOf } from './define';
import { translate } from './pattern';
import { inPlaceOf } from './place';
import { formIn, inEnglish } from './tables';

/** What phrases begin with that may be said of the same moment, in both languages. */
const AT_ONCE = { english: '(at once )', korean: '(곧바로 )' };

/**
 * Gives the code of an English phrase a Korean one, too.
 * @param english its pattern, word for word
 * @param korean parameters that come in another order are numbered as in the English one: `{2:노드들}에 있는 {1:string}의 Pod`
 * @throws if there is no such phrase, or the parameters are others
 */
export const inKorean = (english: string, korean: string): void => {
  const definition = definitionOf(english);
  if (!definition) throw new Error(`No English phrase is "${english}", so "${korean}" does nothing.`);
  const { pattern, order } = translate(english, korean, PARAMETERS);
  const { options, code, define } = definition;
  const form = options.wrapperOptions?.form;
  const said = english.startsWith(AT_ONCE.english) ? AT_ONCE.korean + pattern : pattern;
  const translation = { pattern: english, values: valuesInEnglish(order, form) };
  const wrapperOptions = {
    ...options.wrapperOptions,
    english: translation,
    ...(form && { form: formIn(form, WORDS) }),
  };
  const length = code.length - order.filter((at) => at === undefined).length;
  inPlaceOf(inKorean, () =>
    define(said, { ...options, wrapperOptions }, withValues(code, translation.values, length)),
  );
};

/** Puts values in the order of the English phrase; what stands below the step comes last in both. */
const valuesInEnglish =
  (order: readonly (number | undefined)[], form?: Form): Translation['values'] =>
  (own) => {
    const below = own.slice(order.filter((at) => at !== undefined).length);
    return [
      ...order.map((at) => (at === undefined ? undefined : own[at])),
      ...(form ? [inEnglish(below[0] as DataTable, form, WORDS)] : below),
    ];
  };

/** The same code, given other values. Cucumber holds the number of those that it takes against the phrase. */
const withValues = (code: Code, values: Translation['values'], length: number): Code => {
  const said: Code = function (...own) {
    return code.apply(this, [...values(own)]);
  };
  return Object.defineProperty(said, 'length', { value: length });
};
