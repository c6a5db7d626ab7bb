import type { Claim } from '../../catalogue/register';
import type { Style } from '../../terminal/style';
import { table } from '../../terminal/table';
import { count, hang } from '../../terminal/wrap';
import type { Comparison, Difference, Side } from './compare';

/** A comparison for people. @param claims what the numbers of claims stand for */
export const comparisonText = (
  { a, b, same, remarks, capabilities, claims: changed, examples }: Comparison,
  claims: readonly Pick<Claim, 'id' | 'claim'>[],
  { width, colours }: Style,
): string => {
  const sentences = new Map(claims.map(({ id, claim }) => [id, claim]));
  const blocks = [
    [`A: ${sideText(a)}`, `B: ${sideText(b)}`].join('\n'),
    remarks.map((remark) => colours.notice(hang('', remark, width))).join('\n'),
    section(
      'Capabilities',
      table([
        ['', 'A', 'B'],
        ...capabilities.map(({ name, ...each }) => [
          name,
          ...sides(each, (offered) => (offered ? 'yes' : 'no')),
        ]),
      ]),
      capabilities.length,
    ),
    section(
      'Promises',
      changed
        .map(({ id, ...each }) => {
          const [inA, inB] = sides(each, String);
          return `${id}  ${inA} → ${inB}\n${colours.faint(hang('     ', sentences.get(id) ?? '', width))}`;
        })
        .join('\n'),
      changed.length,
    ),
    section(
      'Examples',
      examples
        .map(({ example, name, ...each }) => {
          const [inA, inB] = sides(each, String);
          return `${example}  ${inA} → ${inB}\n${colours.faint(hang('     ', name, width))}`;
        })
        .join('\n'),
      examples.length,
    ),
    same
      ? 'The same promises hold in both, and the same can be tried.'
      : `${count(changed.length, 'promise')}, ${count(capabilities.length, 'capability').replace('capabilitys', 'capabilities')} and ${count(examples.length, 'example')} differ.`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
};

const sideText = ({ distribution, version, suite, result }: Side): string =>
  `${distribution} ${version}, suite ${suite.slice(0, 12)}: ${result}`;

const section = (title: string, body: string, entries: number): string =>
  entries === 0 ? '' : `${title}\n\n${body}`;

const sides = <T>({ a, b }: Difference<T>, say: (value: T) => string): readonly [string, string] => [
  a === undefined ? 'not there' : say(a),
  b === undefined ? 'not there' : say(b),
];
