import { defineScalarTag, dump, intYaml11Tag, SCALAR_STYLE, visit, YAML11_SCHEMA } from 'js-yaml';
import { resolve } from '../../wire/yaml/resolve';

const PLAIN_WORD = /^[A-Za-z/][\w./-]*$/;

/** YAML 1.1 words that look like text but are booleans or null. */
const RESERVED = /^(y|n|yes|no|on|off|true|false|null)$/i;

/** `12:30` is a number to others. kubectl reads none, but quotes what they would take for one. */
const SEXAGESIMAL = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/;

/**
 * True if a plain scalar would be read as something else than this text.
 * @see vendor/go.yaml.in/yaml/v2/encode.go encoder.stringv
 */
const readsAsOtherType = (text: string): boolean => {
  if (PLAIN_WORD.test(text)) return RESERVED.test(text);
  return resolve('', text).type !== 'str' || SEXAGESIMAL.test(text);
};

/** Whole numbers, those that a `number` would round, too. */
const exactInteger = defineScalarTag(intYaml11Tag.tagName, {
  ...intYaml11Tag,
  identify: (value) => typeof value === 'bigint' || intYaml11Tag.identify(value),
  represent: (value) => (typeof value === 'bigint' ? String(value) : intYaml11Tag.represent(value)),
});

const SCHEMA = YAML11_SCHEMA.withTags(exactInteger);

/**
 * An API value as `kubectl get -o yaml` prints it: keys sorted, list items level with their key, text that
 * would read as a number, a date or a boolean in double quotes.
 */
export const toYaml = (value: unknown): string =>
  dump(value, {
    schema: SCHEMA,
    seqNoIndent: true,
    lineWidth: -1,
    noRefs: true,
    skipInvalid: true,
    sortKeys: true,
    transform: (documents) =>
      visit(documents, (node) => {
        if (node.kind !== 'scalar' || node.tag !== 'tag:yaml.org,2002:str') return;
        if (readsAsOtherType(node.value)) node.style = SCALAR_STYLE.DOUBLE_QUOTED;
      }),
  });
