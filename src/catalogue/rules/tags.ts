import type { GherkinDocument } from '@cucumber/messages';
import { capabilityNames, tagsOfNeeds } from '../../port/capabilities';
import { type Claim, looksLikeClaim, REGISTER_PATH } from '../register';
import { tagsOf } from './outline';
import type { Problem } from './problem';

const needs = capabilityNames.map((capability) => `@needs-${capability}`);

/** Tags that name neither a claim of the register nor a capability of a cluster. */
export const checkTags = (
  document: GherkinDocument,
  claims: readonly Pick<Claim, 'id'>[],
): readonly Problem[] =>
  tagsOf(document).flatMap(({ name, location }) => {
    const complaint = complaintOf(name, claims);
    return complaint ? [{ file: document.uri ?? '', line: location.line, ...complaint }] : [];
  });

/** The same for the tags in an expression such as `@D07 and not @needs-virtual-time`; a sentence or two each. */
export const checkTagExpression = (
  expression: string,
  claims: readonly Pick<Claim, 'id'>[],
): readonly string[] =>
  (expression.match(/@[^\s()@]+/g) ?? []).flatMap((tag) => {
    const complaint = complaintOf(tag, claims);
    return complaint ? [`${complaint.what} ${complaint.mend}`] : [];
  });

/** Where nothing is claimed, tags are the author's own, but for those that Rollcall gives a meaning to. */
const complaintOf = (
  tag: string,
  claims: readonly Pick<Claim, 'id'>[],
): Pick<Problem, 'what' | 'mend'> | undefined => {
  if (tagsOfNeeds.includes(tag) || claims.some(({ id }) => tag === `@${id}`)) return undefined;
  if (tag.startsWith('@needs-'))
    return { what: `The tag ${tag} names no capability.`, mend: `Choose one of: ${needs.join(', ')}.` };
  if (claims.length === 0 && !looksLikeClaim(tag.slice(1))) return undefined;
  return {
    what: `The tag ${tag} names no claim.`,
    mend: `Register it in ${REGISTER_PATH}, or take the tag away. Other tags are not used.`,
  };
};
