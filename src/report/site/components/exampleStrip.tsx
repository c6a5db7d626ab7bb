import type { VNode } from 'preact';
import { shotsOf } from '../../../film/film';
import { type Plot, plotsOf } from '../../../film/plot/plot';
import type { Shot } from '../../../film/scene';
import type { Language } from '../../../language/language';
import type { ExampleEntry } from '../model/site';
import { stepsOf } from '../model/steps';
import { PlotFigure } from './plot';
import { Strip } from './strip';

interface Props {
  readonly of: ExampleEntry;
  readonly language: Language;
  /** Where the background is told already, only what comes after it is said. */
  readonly hidesBackground?: boolean;
  /** Where the strip stands a second time, its frames have no addresses of their own. */
  readonly isCopy?: boolean;
}

/** Where little happens, the strip says it all. */
const FEWEST_MOMENTS = 5;
const FEWEST_NODES = 3;

const isWorthIt = ({ moments, nodes }: Plot): boolean =>
  moments.length >= FEWEST_MOMENTS && nodes >= FEWEST_NODES;

/** Most examples update nothing; looking closer at all of them takes time. */
const isUpdated = (shots: readonly Shot[]): boolean =>
  shots.some((shot) => shot.some(({ scene }) => scene.sets.some(({ revision = 1 }) => revision > 1)));

/** The strip of an example that was run, and plots of the updates in it that take their time. */
export const ExampleStrip = ({ of: { address, example }, ...rest }: Props): VNode => {
  const shots = example.film && shotsOf(example.film);
  return (
    <>
      <Strip address={address} title={example.name} steps={stepsOf(example)} shots={shots} {...rest} />
      {(shots && isUpdated(shots) ? plotsOf(shots) : []).filter(isWorthIt).map((plot) => (
        <PlotFigure plot={plot} language={rest.language} key={plot.after.revision} />
      ))}
    </>
  );
};
