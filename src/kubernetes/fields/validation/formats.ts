import { byteLength } from '../bytes';

/** What is wrong with a text; empty if nothing is. */
export type Format = (text: string) => readonly string[];

const NO_PROBLEM: readonly string[] = Object.freeze([]);
const MEMO = 10_000;

/** Remembers what is in form: most keys and values come again and again. */
const remembering = (format: Format): Format => {
  const good = new Set<string>();
  return (text) => {
    if (good.has(text)) return NO_PROBLEM;
    const problems = format(text);
    if (problems.length === 0) {
      if (good.size >= MEMO) good.clear();
      good.add(text);
    }
    return problems;
  };
};

const tooLong = (most: number): string => `must be no more than ${most} characters`;
const tooManyBytes = (most: number): string => `must be no more than ${most} bytes`;
const EMPTY = 'must be non-empty';

/** The sentence about a pattern, with examples, as the API server builds it. */
const mismatch = (rule: string, pattern: string, ...examples: readonly string[]): string => {
  const shown = examples.map((example) => `'${example}', `).join(' or ');
  return `${rule} (e.g. ${shown}regex used for validation is '${pattern}')`;
};

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const UNDERSCORED_LABEL = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const UNDERSCORED_SUBDOMAIN = `${UNDERSCORED_LABEL}(\\.${UNDERSCORED_LABEL})*`;
const LABEL_EXPRESSION = whole(LABEL);
const SUBDOMAIN_EXPRESSION = whole(SUBDOMAIN);
const UNDERSCORED_EXPRESSION = whole(UNDERSCORED_SUBDOMAIN);

const NOT_A_SUBDOMAIN = mismatch(
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
  SUBDOMAIN,
  'example.com',
);

/** A lower-case DNS label: container names, volume names, namespaces. */
export const dnsLabel: Format = (text) => {
  const problems: string[] = [];
  if (byteLength(text) > 63) problems.push(tooLong(63));
  if (!LABEL_EXPRESSION.test(text)) {
    problems.push(
      SUBDOMAIN_EXPRESSION.test(text)
        ? 'must not contain dots'
        : mismatch(
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
            LABEL,
            'my-name',
            '123-abc',
          ),
    );
  }
  return problems;
};

/** A lower-case DNS subdomain: the names of most objects. */
export const dnsSubdomain: Format = (text) => {
  const problems: string[] = [];
  if (byteLength(text) > 253) problems.push(tooLong(253));
  if (!SUBDOMAIN_EXPRESSION.test(text)) problems.push(NOT_A_SUBDOMAIN);
  return problems;
};

const LABEL_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const LABEL_1035_EXPRESSION = whole(LABEL_1035);

/** A DNS label as an older standard has it, which begins with a letter: versions, plurals and the like. */
export const dns1035Label: Format = (text) => {
  const problems: string[] = [];
  if (byteLength(text) > 63) problems.push(tooLong(63));
  if (!LABEL_1035_EXPRESSION.test(text)) {
    problems.push(
      mismatch(
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
        LABEL_1035,
        'my-name',
        'abc-123',
      ),
    );
  }
  return problems;
};

/** A DNS subdomain that may have underscores: search domains. */
export const dnsSearchDomain: Format = (text) => {
  const problems: string[] = [];
  if (byteLength(text) > 253) problems.push(tooLong(253));
  if (!UNDERSCORED_EXPRESSION.test(text)) {
    problems.push(
      mismatch(
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character",
        UNDERSCORED_SUBDOMAIN,
        'example.com',
      ),
    );
  }
  return problems;
};

const KEY = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const KEY_EXPRESSION = whole(KEY);
const KEY_RULE = mismatch(
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
  KEY,
  'MyName',
  'my.name',
  '123-abc',
);

const prefixProblems = (prefix: string): readonly string[] => {
  if (prefix === '') return [EMPTY];
  const problems: string[] = [];
  if (byteLength(prefix) > 253) problems.push(tooManyBytes(253));
  if (!SUBDOMAIN_EXPRESSION.test(prefix)) problems.push(NOT_A_SUBDOMAIN);
  return problems;
};

/** A label key, or anything named like one: `name` or `example.com/name`. */
export const labelKey: Format = remembering((text) => {
  const [first = '', second, ...more] = text.split('/');
  if (more.length > 0) {
    return [
      `a valid label key ${KEY_RULE} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const problems =
    second === undefined ? [] : prefixProblems(first).map((problem) => `prefix part ${problem}`);
  const name = second ?? first;
  if (name === '') problems.push(`name part ${EMPTY}`);
  else if (byteLength(name) > 63) problems.push(`name part ${tooManyBytes(63)}`);
  if (!KEY_EXPRESSION.test(name)) problems.push(`name part ${KEY_RULE}`);
  return problems;
});

const VALUE = `(${KEY})?`;
const VALUE_EXPRESSION = whole(VALUE);

/** A label value; may be empty. */
export const labelValue: Format = remembering((text) => {
  const problems: string[] = [];
  if (byteLength(text) > 63) problems.push(tooManyBytes(63));
  if (!VALUE_EXPRESSION.test(text)) {
    problems.push(
      mismatch(
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
        VALUE,
        'MyValue',
        'my_value',
        '12345',
      ),
    );
  }
  return problems;
});

/** `must be between 1 and 65535, inclusive`. */
export const between = (least: number, most: number): string =>
  `must be between ${least} and ${most}, inclusive`;

/** What is wrong with a port number. */
export const portNumber = (port: number): readonly string[] =>
  port >= 1 && port <= 65535 ? [] : [between(1, 65535)];

/** What is wrong with a user or group id. */
export const userId = (id: number): readonly string[] =>
  id >= 0 && id <= 2147483647 ? [] : [between(0, 2147483647)];

/** The name of a port, as IANA names services. */
export const portName: Format = (text) => {
  const problems: string[] = [];
  if (byteLength(text) > 15) problems.push(tooLong(15));
  if (!/^[-a-z0-9]+$/.test(text)) {
    problems.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  }
  if (!/[a-z]/.test(text)) problems.push('must contain at least one letter (a-z)');
  if (text.includes('--')) problems.push('must not contain consecutive hyphens');
  if (text.startsWith('-') || text.endsWith('-')) problems.push('must not begin or end with a hyphen');
  return problems;
};

/** A percentage, `25%`. */
export const percent: Format = (text) =>
  /^[0-9]+%$/.test(text)
    ? []
    : [
        mismatch(
          "a valid percent string must be a numeric string followed by an ending '%'",
          '[0-9]+%',
          '1%',
          '93%',
        ),
      ];

/** The name of an HTTP header. */
export const headerName: Format = (text) =>
  /^[-A-Za-z0-9]+$/.test(text)
    ? []
    : [
        mismatch(
          "a valid HTTP header must consist of alphanumeric characters or '-'",
          '[-A-Za-z0-9]+',
          'X-Header-Name',
        ),
      ];

/** The name of an environment variable. */
export const envName: Format = (text) => {
  if (text === '') return [`environment variable name ${EMPTY}`];
  return /^[ -<>-~]*$/.test(text)
    ? []
    : ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
};

/** A key of a config map or secret. */
export const configKey: Format = (text) => {
  const problems: string[] = [];
  if (byteLength(text) > 253) problems.push(tooLong(253));
  if (!/^[-._a-zA-Z0-9]+$/.test(text)) {
    problems.push(
      mismatch(
        "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
        '[-._a-zA-Z0-9]+',
        'key.name',
        'KEY_NAME',
        'key-name',
      ),
    );
  }
  if (text === '.') problems.push("must not be '.'");
  else if (text === '..') problems.push("must not be '..'");
  else if (text.startsWith('..')) problems.push("must not start with '..'");
  return problems;
};

/** A name that stands in a URL path, all that roles and bindings ask for. */
export const pathSegment: Format = (text) => {
  if (text === '.' || text === '..') return [`may not be '${text}'`];
  return ['/', '%']
    .filter((illegal) => text.includes(illegal))
    .map((illegal) => `may not contain '${illegal}'`);
};

/** The format of a generated name's beginning: a dash at its end is fine. */
export const asPrefix =
  (format: Format): Format =>
  (text) =>
    format(text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text);
