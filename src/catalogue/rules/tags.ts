import type { GherkinDocument } from '@cucumber/messages';
import { capabilityNames } from '../../port/capabilities';
import { type Claim, REGISTER_PATH } from '../register';
import { tagsOf } from './outline';
import type { Problem } from './problem';

const needs = capabilityNames.map((capability) => `@needs-${capability}`);

/** Tags that name neither a claim of the register nor a capability of a cluster. */
export const checkTags = (document: GherkinDocument, claims: readonly Claim[]): readonly Problem[] => {
  const known = new Set([...claims.map(({ id }) => `@${id}`), ...needs]);
  return tagsOf(document)
    .filter(({ name }) => !known.has(name))
    .map(({ name, location }) => ({
      file: document.uri ?? '',
      line: location.line,
      ...complaint(name),
    }));
};

const complaint = (tag: string): Pick<Problem, 'what' | 'mend'> =>
  tag.startsWith('@needs-')
    ? { what: `The tag ${tag} names no capability.`, mend: `Choose one of: ${needs.join(', ')}.` }
    : {
        what: `The tag ${tag} names no claim.`,
        mend: `Register it in ${REGISTER_PATH}, or take the tag away. Other tags are not used.`,
      };
