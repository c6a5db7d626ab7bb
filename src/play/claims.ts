import type { GherkinDocument } from '@cucumber/messages';
import { looksLikeClaim } from '../catalogue/register';
import { tagsOf } from '../catalogue/rules/outline';

/** The claims that a feature names. Where there is no register to ask, any of them may be there. */
export const claimsNamedIn = (document: GherkinDocument): readonly { readonly id: string }[] =>
  tagsOf(document)
    .map(({ name }) => ({ id: name.slice(1) }))
    .filter(({ id }) => looksLikeClaim(id));
