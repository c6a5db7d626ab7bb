import { belongsTo, type ClaimGroup, claimGroups } from '../catalogue/groups';
import { claimIn, releasesOf, type Verdict, verdicts, verdictWords } from '../catalogue/register';
import type { Language } from '../language/language';
import { type Example, locationOf, needsOf } from '../run/example';
import type { Colours } from '../terminal/colour';
import { columnsOf, padTo } from '../terminal/columns';
import type { Style } from '../terminal/style';
import { hang } from '../terminal/wrap';
import { lowerFirst } from './lowerFirst';
import type { ClaimResult, Standing } from './verdicts';
import type { Words } from './words/en';
import { wordsIn } from './words/words';

const marks: Readonly<Record<Standing, string>> = {
  proven: '✓',
  partly: '◐',
  disproven: '✗',
  skipped: '–',
  unsure: '?',
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
export const totals = (results: readonly ClaimResult[], language: Language = 'en'): readonly string[] =>
  claimGroups.flatMap((group) => {
    const own = results.filter(({ claim }) => belongsTo(claim, group));
    if (own.every(({ standing }) => standing === 'untried')) return [];
    const words = wordsIn(language);
    const having = (standing: Standing) => own.filter((result) => result.standing === standing).length;
    const rest = (
      [
        [having('disproven'), words.disprovenClaims],
        [having('partly'), words.partlyProvenClaims],
        [having('unsure'), words.unsureClaims],
        [having('skipped'), words.skippedClaims],
        [having('untried'), words.untriedClaims],
      ] as const
    ).flatMap(([number, say]) => (number === 0 ? [] : [say(number)]));
    const proven = words.totals(group.noun[language], having('proven'), own.length);
    return [`${[proven, ...rest].join('; ')}.`];
  });

const groupText = (group: ClaimGroup, results: readonly ClaimResult[], style: Style): string => {
  const tried = results.filter(({ standing }) => standing !== 'untried');
  if (tried.length === 0) return '';
  const untried = results.filter(({ standing }) => standing === 'untried').map(({ claim }) => claim.id);
  const { notice, strong } = style.colours;
  const { width, language } = style;
  const lines = [strong(group.title[language]), '', ...tried.map((result) => claimText(result, style))];
  if (untried.length > 0)
    lines.push(notice(hang('  – ', `${wordsIn(language).untried}: ${untried.join(', ')}`, width)));
  return lines.join('\n');
};

const claimText = ({ claim, ...result }: ClaimResult, { width, colours, language }: Style): string => {
  const paint = paintOf(result.standing, colours);
  const verdict = verdictIn(claim.verdict, language);
  const head = `  ${paint(marks[result.standing])} ${claim.id}  ${verdict}  `;
  const margin = ' '.repeat(columnsOf(`  ✓ ${claim.id}  ${verdict}  `));
  const said = claimIn(claim, language);
  const lines = [hang(head, said.claim, width)];
  if (said.condition) lines.push(colours.faint(conditionText(claim.verdict, said.condition, margin, width)));
  const releases = releasesOf(claim, language);
  if (releases) lines.push(colours.faint(hang(margin, releases, width)));
  lines.push(paint(hang(margin, evidence(result, wordsIn(language)), width)));
  return lines.join('\n');
};

/** After "holds when …" the condition goes on with the sentence; elsewhere it is a remark of its own. */
const conditionText = (verdict: Verdict, condition: string, margin: string, width: number): string =>
  verdict === 'holds-when'
    ? hang(`${margin}… `, lowerFirst(condition), width)
    : hang(margin, condition, width);

/** What the run found, in words. */
const evidence = (
  { standing, passed, broken, skipped }: Omit<ClaimResult, 'claim'>,
  words: Words,
): string => {
  switch (standing) {
    case 'proven':
      return words.provenBy(passed.length);
    case 'partly':
      return words.partlyProvenBy(passed.length, skipped.length, needs(skipped, words));
    case 'disproven':
      return words.notProven(broken.map(locationOf).join(', '));
    case 'unsure':
      return words.unsure;
    case 'skipped':
      return words.skipped(needs(skipped, words));
    case 'untried':
      return words.untried;
  }
};

/** Why examples were skipped: what they would have needed, or that the run ended before. */
export const needs = (skipped: readonly Example[], words: Words): string => {
  const left = skipped.filter(({ unsure }) => unsure === undefined);
  const reached = left.filter(({ isUnreached }) => !isUnreached);
  const wanted = [...new Set(reached.flatMap(needsOf))];
  return [
    ...(left.length < skipped.length ? [words.unsure] : []),
    ...(wanted.length > 0 ? [words.needs(wanted.join(', '))] : []),
    ...(wanted.length === 0 && reached.length > 0 ? [words.needsNothing] : []),
    ...(reached.length < left.length ? [words.endedBefore] : []),
  ].join('; ');
};

/** A verdict in words, filled up so that what follows stands below each other. */
const verdictIn = (verdict: Verdict, language: Language): string => {
  const words = verdictWords[language];
  return padTo(words[verdict], Math.max(...verdicts.map((each) => columnsOf(words[each]))));
};
