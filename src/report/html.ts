import type { Envelope, FeatureChild, GherkinDocument, Rule } from '@cucumber/messages';
import { type Authority, authorityOf, isSource, partsOf } from '../catalogue/authority';
import { FILM } from '../film/film';

type Handler = (message: Envelope) => void;

/** What Cucumber hands to a formatter; the part used here. */
interface FormatterContext {
  readonly on: (key: 'message', handler: Handler) => void;
}

interface Formatter<C> {
  readonly formatter: (context: C) => unknown;
}

/**
 * Cucumber's page of a run. It shows no comments: below each rule it says where its truth comes from. What it cannot show, it
 * is not told.
 */
export const withAuthorities = <C extends FormatterContext, F extends Formatter<C>>(
  html: F & Formatter<C>,
): F => ({
  ...html,
  formatter: (context: C) =>
    html.formatter({
      ...context,
      on: (key, handler) =>
        context.on(key, (message) => {
          if (message.attachment?.mediaType !== FILM) handler(withDescriptions(message));
        }),
    } satisfies C),
});

/** A message; if it brings a feature, the authority of each rule is part of the rule's description. */
export const withDescriptions = (message: Envelope): Envelope => {
  const { gherkinDocument } = message;
  if (!gherkinDocument?.feature) return message;
  const { feature } = gherkinDocument;
  const children = feature.children.map((child) => described(child, gherkinDocument));
  return { ...message, gherkinDocument: { ...gherkinDocument, feature: { ...feature, children } } };
};

const described = (child: FeatureChild, document: GherkinDocument): FeatureChild => {
  const authority = child.rule && authorityOf(document, child.rule);
  return child.rule && authority ? { ...child, rule: withAuthority(child.rule, authority) } : child;
};

const withAuthority = (rule: Rule, authority: Authority): Rule => ({
  ...rule,
  description: [rule.description, inMarkdown(authority)].filter((text) => text.trim() !== '').join('\n\n'),
});

/** The descriptions of features are Markdown, where underscores mean something else than in the names of files. */
const inMarkdown = (authority: Authority): string =>
  `*Authority:* ${partsOf(authority)
    .map((part) => (isSource(part) ? `\`${part}\`` : part))
    .join('; ')}`;
