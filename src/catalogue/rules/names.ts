import type { ParsedFeatures } from '../features';
import type { Problem } from './problem';

const PLACEHOLDER = /\b(?:foo|bar|baz|foobar)\b/i;

/** Names that mean nothing. Readers learn from `log-agent` and `gpu-node-1`. */
export const checkNames = ({ sources }: Pick<ParsedFeatures, 'sources'>): readonly Problem[] =>
  sources.flatMap(({ uri, text }) =>
    text.split('\n').flatMap((line, index) => {
      const name = PLACEHOLDER.exec(line)?.[0];
      if (!name) return [];
      return [
        {
          file: uri,
          line: index + 1,
          what: `"${name}" is no real name.`,
          mend: 'Use one that readers know, like log-agent.',
        },
      ];
    }),
  );
