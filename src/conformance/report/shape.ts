import Ajv, { type ErrorObject } from 'ajv/dist/2020';
import schema from './conformance.schema.json';
import type { ConformanceReport } from './report';

const validator = new Ajv({ allErrors: true }).compile<ConformanceReport>(schema);

/** Tells whether something has the shape of a report. */
export const isReport = (value: unknown): value is ConformanceReport => validator(value);

/** Where something has not the shape of a report: a sentence each, most telling first. */
export const shapeProblems = (value: unknown): readonly string[] => {
  if (validator(value)) return [];
  const problems = (validator.errors ?? []).filter(({ keyword }) => !ECHOES.has(keyword)).map(sentenceOf);
  return [...new Set(problems)];
};

/** Said of a rule when one of its parts has already complained. */
const ECHOES: ReadonlySet<string> = new Set(['if', 'anyOf', 'allOf']);

const sentenceOf = ({ instancePath, keyword, message = '', params }: ErrorObject): string => {
  const place = placeOf(instancePath);
  if (keyword === 'required') return `${place} lacks "${params.missingProperty}".`;
  if (keyword === 'additionalProperties')
    return `${place} has "${params.additionalProperty}", which a report does not have.`;
  if (keyword === 'false schema') return `${place} must not be there.`;
  if (keyword === 'enum') return `${place} must be one of: ${params.allowedValues.join(', ')}.`;
  if (keyword === 'const') return `${place} must be ${JSON.stringify(params.allowedValue)}.`;
  return `${place} ${message}.`;
};

/** `/claims/3/found` as `claims[3].found`. */
const placeOf = (pointer: string): string =>
  pointer === ''
    ? 'The report'
    : pointer
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
        .reduce(
          (path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path === '' ? part : `${path}.${part}`),
          '',
        );
