import { invalid } from '../../fields/validation/causes';
import { labelKey, labelValue } from '../../fields/validation/formats';
import type { StringMap } from '../../object';
import { ApiError } from '../../refusals';

const FORMAT = 'must match format [ DNS 1123 subdomain / ] DNS 1123 label';

/**
 * Reads a project's node selector as it is merged into pods: equalities and nothing else, `key=value,key2=value2`.
 * @throws ApiError 500: sets, `!key`, `==` and comparisons, which daemon sets understand, refuse every pod
 * @see openshift/kubernetes vendor/github.com/openshift/apiserver-library-go/pkg/labelselector/labelselector.go Parse
 */
export const parseEqualities = (text: string): StringMap => {
  const tokens = text.match(/[=,]|[^\s=,]+/g) ?? [];
  const labels: Record<string, string> = {};
  for (let at = 0; at < tokens.length; at++) {
    const key = tokens[at] ?? '';
    if (isSymbol(key))
      throw unreadable(
        `found '${key}', expected: identifier${at > 0 ? " after ','" : " or 'end of string'"}`,
      );
    if (labelKey(key).length > 0) throw unparsable(faultOf('label key', key));
    const operator = tokens[++at] ?? '';
    if (operator !== '=') throw unparsable(`found '${operator}', expected: '='`);
    const hasValue = tokens[at + 1] !== undefined && tokens[at + 1] !== ',';
    const value = hasValue ? (tokens[++at] ?? '') : '';
    if (isSymbol(value)) throw unparsable(`found '${value}', expected: identifier`);
    if (labelValue(value).length > 0) throw unparsable(faultOf('label value', value));
    labels[key] = value;
    const end = tokens[++at];
    if (end !== undefined && end !== ',')
      throw unreadable(`found '${end}', expected: ',' or 'end of string'`);
    if (end === ',' && at + 1 === tokens.length) throw unreadable("found '', expected: identifier after ','");
  }
  return labels;
};

const isSymbol = (token: string): boolean => token === '=' || token === ',';

const faultOf = (field: string, value: string): string => {
  const { message } = invalid(field, value, FORMAT);
  return `${field}: ${message}`;
};

const unreadable = (message: string): ApiError => new ApiError({ code: 500, reason: '', message });

const unparsable = (fault: string): ApiError => unreadable(`unable to parse requirement: ${fault}`);
