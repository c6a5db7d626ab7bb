import type { ComponentChildren, JSX } from 'preact';
import type { Language } from '../../../language/language';
import { Places } from '../../../report/site/components/picture';
import { pictureWords } from '../../../report/site/words/pictures';
import type { About, ClockView, News, NodeCounts, View } from '../view';
import { pageWords as words } from '../words';
import { Begin } from './begin';
import { ClockLine, timeOfDay } from './clock';
import { Header } from './header';
import { Sets } from './sets';

export interface BodyProps {
  readonly about?: About | undefined;
  readonly view?: View | undefined;
  /** What the time is by now, if it has gone on since the picture. */
  readonly clock?: ClockView | undefined;
  readonly language: Language;
  /** What is amiss, in a sentence. */
  readonly note?: ComponentChildren;
  /** What pauses and steps, where something can. */
  readonly controls?: ComponentChildren;
  /** What copies a text, where something can. */
  copying?(text: string): ComponentChildren;
}

/** The whole page: what there is of it to be shown. */
export const Body = ({ about, view, clock, language, note, controls, copying }: BodyProps): JSX.Element => (
  <>
    <Header about={about} language={language} />
    <main>
      <h1>{about ? words.title[language](about.name) : 'Rollcall'}</h1>
      {note}
      {view && <ClockLine clock={clock ?? view.clock} language={language} />}
      {controls}
      {view && <Seen view={view} language={language} />}
      {about && <Begin about={about} view={view} language={language} copying={copying} />}
    </main>
  </>
);

interface SeenProps {
  readonly view: View;
  readonly language: Language;
}

const Seen = ({ view, language }: SeenProps): JSX.Element => {
  const { shown, marks, manner, says, sets, news } = view;
  return (
    <div class="seen">
      <section>
        <h2>{words.nodes[language]}</h2>
        <p class="counts">
          {nodesInWords(view.nodes, language)}; {words.countOfPods[language](view.pods)}
        </p>
        <div class="c">
          <Places of={shown} marks={marks} manner={manner} language={language} says={says?.[language]} />
        </div>
      </section>
      <div>
        {sets.length > 0 && (
          <section>
            <h2>{words.sets[language]}</h2>
            <Sets sets={sets} manner={manner} language={language} />
          </section>
        )}
        <Latest news={news} language={language} />
      </div>
    </div>
  );
};

const Latest = ({
  news,
  language,
}: {
  readonly news: readonly News[];
  readonly language: Language;
}): JSX.Element => (
  <section>
    <h2>{words.news[language]}</h2>
    {news.length === 0 ? (
      <p class="as">{words.noNews[language]}</p>
    ) : (
      <ol class="news">
        {news.map(({ id, time, says }) => (
          <li key={id}>
            <time>{timeOfDay(time)}</time> <bdi>{says[language]}</bdi>
          </li>
        ))}
      </ol>
    )}
  </section>
);

/** `5 nodes: 1 silent, 2 cordoned` */
const nodesInWords = ({ all, ...remarkable }: NodeCounts, language: Language): string => {
  const remarks = (['notReady', 'silent', 'cordoned'] as const)
    .filter((what) => remarkable[what] > 0)
    .map((what) => `${remarkable[what]} ${pictureWords.nodes[language][what]}`);
  const text = words.countOfNodes[language](all);
  return remarks.length === 0 ? text : `${text}: ${remarks.join(', ')}`;
};
