import { dump, load, SCALAR_STYLE, type Schema, visit, YAML11_SCHEMA } from 'js-yaml';
import { KUBECTL_SCHEMA } from '../../wire/yamlSchema';

const PLAIN_WORD = /^[A-Za-z/][\w./-]*$/;

/** YAML 1.1 words that look like text but are booleans or null. */
const RESERVED = /^(y|n|yes|no|on|off|true|false|null)$/i;

/** kubectl itself reads no times, but quotes what others would take for one. */
const SCHEMAS = [KUBECTL_SCHEMA, YAML11_SCHEMA];

const readsAsText = (text: string, schema: Schema): boolean => {
  try {
    const read = load(text, { schema });
    const isCollection = typeof read === 'object' && read !== null && !(read instanceof Date);
    return typeof read === 'string' || isCollection;
  } catch {
    return true;
  }
};

/** True if a plain scalar would be read as something else than this text. */
const readsAsOtherType = (text: string): boolean => {
  if (text === '' || RESERVED.test(text)) return true;
  return !PLAIN_WORD.test(text) && !SCHEMAS.every((schema) => readsAsText(text, schema));
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
