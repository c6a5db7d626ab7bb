import { dump, load, SCALAR_STYLE, visit, YAML11_SCHEMA } from 'js-yaml';

const PLAIN_WORD = /^[A-Za-z/][\w./-]*$/;

/** YAML 1.1 words that look like text but are booleans or null. */
const RESERVED = /^(y|n|yes|no|on|off|true|false|null)$/i;

/** True if a plain scalar would be read as something else than this text. */
const readsAsOtherType = (text: string): boolean => {
  if (RESERVED.test(text)) return true;
  if (text === '' || PLAIN_WORD.test(text)) return text === '';
  try {
    const read = load(text, { schema: YAML11_SCHEMA });
    return typeof read !== 'string' && (typeof read !== 'object' || read === null || read instanceof Date);
  } catch {
    return false;
  }
};

/**
 * An API value as `kubectl get -o yaml` prints it: keys sorted, list items level with their key, text that
 * would read as a number, a date or a boolean in double quotes.
 */
export const toYaml = (value: unknown): string =>
  dump(value, {
    schema: YAML11_SCHEMA,
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
