import type { VNode } from 'preact';
import { languages, namesOfLanguages } from '../../../language/language';
import { named, Said } from '../components/said';
import { linkTo, pages } from '../model/addresses';
import { frameWords } from '../words/frame';
import { searchWords } from '../words/searching';

const links = [
  [pages.findings, frameWords.findings],
  [pages.subjects, frameWords.subjects],
  [pages.phrases, frameWords.phrases],
  [pages.play, frameWords.play],
  [pages.run, frameWords.run],
] as const;

/** The languages to choose from: buttons, or, without script, a box to tick. */
const Languages = (): VNode => (
  <div class="languages">
    <fieldset class="scripted" {...named(frameWords.language)}>
      {languages.map((language) => (
        <button
          type="button"
          lang={language}
          data-language={language}
          aria-pressed={language === 'en'}
          key={language}
        >
          {namesOfLanguages[language]}
        </button>
      ))}
    </fieldset>
    <noscript>
      <label lang="ko">
        <input type="checkbox" id="in-korean" /> {namesOfLanguages.ko}
      </label>
    </noscript>
  </div>
);

const Search = (): VNode => (
  <search class="search scripted">
    <input
      type="text"
      id="search"
      role="combobox"
      autocomplete="off"
      spellcheck={false}
      aria-expanded="false"
      aria-controls="found"
      aria-autocomplete="list"
      placeholder={searchWords.label.en}
      data-placeholder-ko={searchWords.label.ko}
      {...named(searchWords.label)}
    />
    <div id="results" hidden>
      <div id="found" role="listbox" {...named(searchWords.results)} />
      <p id="found-none">
        <Said in={searchWords.none} />
      </p>
    </div>
    <p class="hidden" role="status" aria-live="polite" id="found-count" />
  </search>
);

/** What stands above every page. */
export const Header = (): VNode => (
  <header class="top">
    <a class="skip" href="#main">
      <Said in={frameWords.skip} />
    </a>
    <div class="bar">
      <a class="mark" href={linkTo(pages.findings)}>
        Rollcall
      </a>
      <nav {...named(frameWords.pages)}>
        {links.map(([id, words]) => (
          <a
            href={linkTo(id)}
            data-page={id}
            aria-current={id === pages.findings ? 'page' : undefined}
            key={id}
          >
            <Said in={words} />
          </a>
        ))}
      </nav>
      <Languages />
    </div>
    <Search />
  </header>
);
