/** What a parameter of one language is called in English, where it has another name: `시간` → `duration`. */
export type ParameterNames = Readonly<Record<string, string>>;

/** A phrase of another language, and which of its values go where. */
export interface Translated {
  /** As Cucumber reads it: `{노드들}에서 {string}의 Pod는 …` */
  readonly pattern: string;
  /** For each parameter of the English phrase, which of these values it is, from 0; undefined for somebody who is not named. */
  readonly order: readonly (number | undefined)[];
}

/** A parameter in braces; before it, which of the English ones it is, from 1: `{2:노드들}`. */
const PARAMETER = /\{(?:(\d+):)?([^{}:]*)\}/g;

/** A phrase need not say who does it, where the reader does. */
const MAY_BE_LEFT_OUT = 'actor';

const namesIn = (pattern: string): readonly string[] =>
  [...pattern.matchAll(PARAMETER)].map(([, , name = '']) => name);

/**
 * Reads a phrase that says in another language what an English one does. Its parameters come in the same order or, if they
 * are numbered, as the numbers say.
 * @throws if a parameter is missing, is too much, or is of another type
 */
export const translate = (english: string, other: string, names: ParameterNames): Translated => {
  const wanted = namesIn(english);
  const given = [...other.matchAll(PARAMETER)].map(([, number, name = ''], i) => ({
    place: number === undefined ? i : Number(number) - 1,
    name,
  }));
  const say = (what: string): never => {
    throw new Error(`"${other}" does not say what "${english}" does: ${what}.`);
  };
  for (const { place, name } of given) {
    const is = Object.hasOwn(names, name) ? names[name] : name;
    if (is !== wanted[place]) say(`{${name}} stands for {${wanted[place] ?? '(nothing)'}}`);
  }
  const order = wanted.map((name, place) => {
    const [at = -1, ...more] = given.flatMap((each, i) => (each.place === place ? [i] : []));
    if (more.length > 0 || (at < 0 && name !== MAY_BE_LEFT_OUT))
      say(`parameter ${place + 1}, {${name}}, is there ${more.length > 0 ? 'twice' : 'not'}`);
    return at < 0 ? undefined : at;
  });
  return { pattern: other.replaceAll(PARAMETER, (_, _number, name) => `{${name}}`), order };
};
