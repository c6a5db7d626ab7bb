import {
  boolYaml11Tag,
  defineScalarTag,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullYaml11Tag,
  Schema,
  seqTag,
  strTag,
} from 'js-yaml';

const INTEGER = /^([-+]?)(?:0[bB]([01]+)|0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/;
const NUMBER = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;

/** Underscores may stand within a number, not before it: `_1` is text. */
const withoutUnderscores = (text: string): string => (text.startsWith('_') ? text : text.replaceAll('_', ''));

const readInteger = (text: string): number | undefined => {
  const match = INTEGER.exec(withoutUnderscores(text));
  if (!match) return undefined;
  const [, sign, binary, hex, octal, decimal] = match;
  const value = binary
    ? Number.parseInt(binary, 2)
    : hex
      ? Number.parseInt(hex, 16)
      : octal
        ? Number.parseInt(octal, 8)
        : Number(decimal);
  return sign === '-' ? -value : value;
};

/** Whole numbers: decimal, `0644` and `0o644` in octal, `0x1F`, `0b11`, with underscores. */
const integer = defineScalarTag<number>('tag:yaml.org,2002:int', {
  implicit: true,
  resolve: (text) => readInteger(text) ?? NOT_RESOLVED,
  identify: () => false,
});

/** All other numbers. `08` is one: it is no octal number, so it is read as 8. */
const float = defineScalarTag<number>('tag:yaml.org,2002:float', {
  implicit: true,
  resolve: (text) => {
    const digits = withoutUnderscores(text);
    return NUMBER.test(digits) ? Number(digits) : NOT_RESOLVED;
  },
  identify: () => false,
});

/**
 * YAML as kubectl reads it: version 1.1, where `yes`, `on` and `y` are true and `0644` is octal, but without times
 * and sexagesimal numbers.
 */
export const KUBECTL_SCHEMA = new Schema([
  nullYaml11Tag,
  boolYaml11Tag,
  integer,
  float,
  mergeTag,
  strTag,
  seqTag,
  mapTag,
]);
