import { belongsTo, type ClaimGroup, claimGroups } from '../catalogue/groups';
import { releasesOf, type Verdict } from '../catalogue/register';
import { type Example, locationOf, needsOf } from '../run/example';
import type { Colours } from '../terminal/colour';
import type { Style } from '../terminal/style';
import { count, hang } from '../terminal/wrap';
import type { ClaimResult, Standing } from './verdicts';

/** Verdicts as readers see them. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  holds: 'holds',
  'holds-when': 'holds when …',
  superseded: 'superseded',
  misprint: 'misprint',
};

const VERDICT_WIDTH = Math.max(...Object.values(verdictWords).map((words) => words.length));

const marks: Readonly<Record<Standing, string>> = {
  proven: '✓',
  partly: '◐',
  disproven: '✗',
  skipped: '–',
  untried: '–',
};

const paintOf = (standing: Standing, colours: Colours) => {
  if (standing === 'proven') return colours.good;
  return standing === 'disproven' ? colours.bad : colours.notice;
};

/** The register with what this run found, group by group; claims that were not in the run share a line. */
export const claimsText = (results: readonly ClaimResult[], style: Style): string =>
  claimGroups
    .map((group) =>
      groupText(
        group,
        results.filter(({ claim }) => belongsTo(claim, group)),
        style,
      ),
    )
    .filter((text) => text !== '')
    .join('\n\n');

/** One line a group: `22 of 22 claims of the chapter proven`. */
export const totals = (results: readonly ClaimResult[]): readonly string[] =>
  claimGroups.flatMap((group) => {
    const own = results.filter(({ claim }) => belongsTo(claim, group));
    if (own.every(({ standing }) => standing === 'untried')) return [];
    const having = (standing: Standing) => own.filter((result) => result.standing === standing).length;
    const rest = [
      [having('disproven'), 'not proven: an example failed'],
      [having('partly'), 'proven in part'],
      [having('skipped'), 'skipped'],
      [having('untried'), 'not tried in this run'],
    ]
      .filter(([number]) => number !== 0)
      .map(([number, words]) => `${number} ${words}`);
    const proven = `${having('proven')} of ${own.length} ${group.noun} proven`;
    return [`${[proven, ...rest].join('; ')}.`];
  });

const groupText = (group: ClaimGroup, results: readonly ClaimResult[], style: Style): string => {
  const tried = results.filter(({ standing }) => standing !== 'untried');
  if (tried.length === 0) return '';
  const untried = results.filter(({ standing }) => standing === 'untried').map(({ claim }) => claim.id);
  const { notice, strong } = style.colours;
  const lines = [strong(group.title), '', ...tried.map((result) => claimText(result, style))];
  if (untried.length > 0)
    lines.push(notice(hang('  – ', `not tried in this run: ${untried.join(', ')}`, style.width)));
  return lines.join('\n');
};

const claimText = ({ claim, ...result }: ClaimResult, { width, colours }: Style): string => {
  const paint = paintOf(result.standing, colours);
  const verdict = verdictWords[claim.verdict].padEnd(VERDICT_WIDTH);
  const head = `  ${paint(marks[result.standing])} ${claim.id}  ${verdict}  `;
  const margin = ' '.repeat(`  ✓ ${claim.id}  ${verdict}  `.length);
  const lines = [hang(head, claim.claim, width)];
  if (claim.condition)
    lines.push(colours.faint(conditionText(claim.verdict, claim.condition, margin, width)));
  const releases = releasesOf(claim);
  if (releases) lines.push(colours.faint(hang(margin, releases, width)));
  lines.push(paint(hang(margin, evidence(result), width)));
  return lines.join('\n');
};

/** After "holds when …" the condition goes on with the sentence; elsewhere it is a remark of its own. */
const conditionText = (verdict: Verdict, condition: string, margin: string, width: number): string =>
  verdict === 'holds-when'
    ? hang(`${margin}… `, lowerFirst(condition), width)
    : hang(margin, condition, width);

/** What the run found, in words. */
const evidence = ({ standing, passed, broken, skipped }: Omit<ClaimResult, 'claim'>): string => {
  switch (standing) {
    case 'proven':
      return `proven by ${count(passed.length, 'example')}`;
    case 'partly':
      return `proven in part, by ${count(passed.length, 'example')}; ${skipped.length} more skipped: ${needs(skipped)}`;
    case 'disproven':
      return `not proven: example failed (${broken.map(locationOf).join(', ')})`;
    case 'skipped':
      return `skipped: ${needs(skipped)}`;
    case 'untried':
      return 'not tried in this run';
  }
};

/** Why examples were skipped: what they would have needed, or that the run ended before. */
export const needs = (skipped: readonly Example[]): string => {
  const reached = skipped.filter(({ isUnreached }) => !isUnreached);
  const wanted = [...new Set(reached.flatMap(needsOf))];
  const reasons = [
    wanted.length > 0 ? `needs ${wanted.join(', ')}` : '',
    wanted.length === 0 && reached.length > 0 ? 'its steps were left out' : '',
    reached.length < skipped.length ? 'the run ended before' : '',
  ];
  return reasons.filter((reason) => reason !== '').join('; ');
};

/** Lets a condition follow "holds when …", unless its first word is a name or an abbreviation. */
const lowerFirst = (sentence: string): string =>
  /^(?:The|A|An|It|Its|Only|There|They|This|That|No|Some|Every|When|With|Without|Whoever)\b/.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
