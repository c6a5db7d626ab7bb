import type { JSX } from 'preact';
import type { Shot } from '../../../film/scene';
import { changeInWords, sceneInWords } from '../../../film/words';
import type { Language } from '../../../language/language';
import { linkTo } from '../model/addresses';
import { stripWords } from '../words/strips';
import { durationInWords } from './duration';
import { type Manner, mannerOf } from './manner';
import { marksOf, NO_MARKS } from './marks';
import { type Panel, panelsOf, sceneBefore } from './panels';
import { Picture } from './picture';
import type { Step } from './step';
import { StepLine } from './stepLine';
import { StripTable } from './stripTable';

export interface StripProps {
  /** Where the example stands in the page; its frames stand below it: `rolling-update/budget:42/3`. */
  readonly address: string;
  /** What the strip shows. */
  readonly title: string;
  readonly steps: readonly Step[];
  /** What was pictured of each step that was run; undefined if there is no film. */
  readonly shots: readonly Shot[] | undefined;
  readonly language: Language;
  /** Where the background is told already, only what comes after it is said. */
  readonly hidesBackground?: boolean;
  /** Where the strip stands a second time, its frames have no addresses of their own. */
  readonly isCopy?: boolean;
}

/** An example as a row of panels: what is done, and what the cluster looks like then. */
export const Strip = (props: StripProps): JSX.Element => {
  const { title, steps, shots, language } = props;
  const panels = panelsOf(steps, shots ?? []);
  const manner = mannerOf((shots ?? []).flatMap((shot) => shot.map(({ scene }) => scene)));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: nothing is filled in here, so it is no fieldset */}
      <div class="strip" tabIndex={0} role="group" aria-label={`${stripWords.strip[language]}: ${title}`}>
        {panels.map((panel) => (
          <PanelBox key={panel.steps[0]?.place} panel={panel} manner={manner} strip={props} />
        ))}
      </div>
      <StripTable panels={panels} manner={manner} language={language} />
    </>
  );
};

interface PanelProps {
  readonly panel: Panel;
  readonly manner: Manner;
  readonly strip: StripProps;
}

const PanelBox = ({ panel, manner, strip }: PanelProps): JSX.Element => {
  const { address, language, hidesBackground, isCopy, shots } = strip;
  const { steps, moments, after, before } = panel;
  const told = hidesBackground ? steps.filter(({ step }) => !step.isBackground) : steps;
  const place = steps.at(-1)?.place ?? 1;
  const own = `${address}/${place}`;
  const wasRun = steps.every((each) => shots?.[each.place - 1] !== undefined);
  return (
    <div class="panel" id={isCopy ? undefined : own}>
      {told.length === 0 && <p class="as">{stripWords.asBackground[language]}</p>}
      {told.map((each) => (
        <StepLine key={each.place} step={each.step} language={language} />
      ))}
      {moments.length > 0 && <Shown panel={panel} manner={manner} language={language} />}
      {moments.length === 0 && wasRun && before && <p class="nothing">{stripWords.nothing[language]}</p>}
      {after.length > 0 && (
        <div>
          {after.map((each) => (
            <StepLine key={each.place} step={each.step} language={language} />
          ))}
        </div>
      )}
      <a href={linkTo(own)}>{place}</a>
    </div>
  );
};

interface ShownProps extends Omit<PanelProps, 'strip'> {
  readonly language: Language;
}

/** The picture at the end of a panel, and what has changed in it; at the beginning everything is new, so nothing is marked. */
const Shown = ({ panel, manner, language }: ShownProps): JSX.Element | null => {
  const shown = panel.moments.at(-1);
  if (!shown) return null;
  const { scene } = shown;
  const before = sceneBefore(panel);
  const marks = panel.isBeginning ? NO_MARKS : marksOf(before, scene);
  const isCalm = !panel.isBeginning && marks.nodes.size + marks.pods.size === 0;
  return (
    <>
      {isCalm && <p class="as">{stripWords.nothing[language]}</p>}
      <Between panel={panel} language={language} />
      <Picture
        scene={scene}
        marks={marks}
        manner={manner}
        language={language}
        says={panel.isBeginning ? sceneInWords(scene, language) : changeInWords(before, scene, language)}
      />
    </>
  );
};

/** How much time has passed since the picture before, and how many more pictures there are: a script shows them. */
const Between = ({
  panel,
  language,
}: {
  readonly panel: Panel;
  readonly language: Language;
}): JSX.Element => {
  const { moments, before } = panel;
  const passed = before ? (moments.at(-1)?.at ?? 0) - before.at : 0;
  const between = moments.length - 1;
  return (
    <p class="m">
      {passed > 0 && <span>{stripWords.passed[language](durationInWords(passed, language))}</span>}
      {between > 0 && <span data-n>{stripWords.moments[language](between)}</span>}
    </p>
  );
};
