import type { JSX } from 'preact';
import { type Language, languages, namesOfLanguages } from '../../../language/language';
import type { About } from '../view';
import { pageWords as words } from '../words';
import { pageOf } from './addresses';

interface Props {
  readonly about: About | undefined;
  readonly language: Language;
}

/** Leads to the other clusters, and to the page in the other language. */
export const Header = ({ about, language }: Props): JSX.Element => {
  const { name, clusters = [], moreClusters = 0 } = about ?? {};
  return (
    <header class="top">
      <div class="bar">
        <span class="mark">Rollcall</span>
        {clusters.length + moreClusters > 1 && (
          <nav aria-label={words.clusters[language]}>
            {clusters.map((each) => (
              <a
                key={each}
                href={`${pageOf(each)}?lang=${language}`}
                aria-current={each === name ? 'page' : undefined}
              >
                {each}
              </a>
            ))}
            {moreClusters > 0 && <small>{words.moreClusters[language](moreClusters)}</small>}
          </nav>
        )}
        <p class="languages">
          {languages.map((each) => (
            <a
              key={each}
              href={`?lang=${each}`}
              lang={each}
              aria-current={each === language ? 'true' : undefined}
            >
              {namesOfLanguages[each]}
            </a>
          ))}
        </p>
      </div>
    </header>
  );
};
