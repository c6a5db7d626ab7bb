import type { Form } from '../../src/catalogue/phrases/form';
import { PARAMETERS } from '../ko/parameters';
import { WORDS } from '../ko/words';
import { type Code, definitionOf } from './define';
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
  const own = { ...options.wrapperOptions, english, ...(form && { form: formIn(form, WORDS) }) };
  inPlaceOf(inKorean, () => define(said, { ...options, wrapperOptions: own }, reordered(code, order, form)));
};

/** The same code, which is given its values in the order of another phrase; a text or table comes last in both. */
const reordered = (code: Code, order: readonly (number | undefined)[], form?: Form): Code => {
  const count = order.filter((at) => at !== undefined).length;
  const said: Code = function (...values) {
    const below = values[count];
    return code.apply(this, [
      ...order.map((at) => (at === undefined ? undefined : values[at])),
      form ? inEnglish(below, form, WORDS) : below,
    ]);
  };
  // Cucumber holds the number of values against that of the parameters.
  return Object.defineProperty(said, 'length', { value: code.length - order.length + count });
};
