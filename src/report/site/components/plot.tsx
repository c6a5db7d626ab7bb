import type { JSX } from 'preact';
import { plotInWords, plotTable } from '../../../film/plot/inWords';
import type { Counts, Moment, Plot } from '../../../film/plot/plot';
import type { Language } from '../../../language/language';
import { plotWords } from '../words/plots';
import { stripWords } from '../words/strips';
import { durationInWords } from './duration';
import { ticksOf } from './ticks';

interface PlotProps {
  readonly plot: Plot;
  readonly language: Language;
}

/** The drawing is stretched to the width there is; strokes and words keep their size. */
const WIDTH = 1000;
const HEIGHT = 100;

/**
 * An update: old and new pods, nodes without any, nodes with two, how many of both there may be, and when which step was. Lines
 * differ in hue, dash and name.
 */
export const PlotFigure = ({ plot, language }: PlotProps): JSX.Element => {
  const table = plotTable(plot, language);
  const says = plotInWords(plot, language);
  return (
    <figure class="plot">
      <div class="drawing" role="img" aria-label={says}>
        <Drawing plot={plot} />
        <Names plot={plot} language={language} />
      </div>
      <figcaption>{says}</figcaption>
      <details>
        <summary>{stripWords.asTable[language]}</summary>
        <table>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.join()}>
                {row.map((cell, column) => (
                  <td key={table.columns[column]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};

const across = (x: number, { width }: Plot): number => Math.round((x / Math.max(1, width)) * WIDTH);
const down = (count: number, { height }: Plot): number =>
  Math.round((1 - count / Math.max(1, height)) * HEIGHT * 10) / 10;

/** A count over time: it stays the same until the next moment. @param above which count the line stands on */
const line = (plot: Plot, count: keyof Counts, above = 0): string =>
  plot.moments
    .map((moment, index) => {
      const [x, y] = [across(moment.x, plot), down(above + moment[count], plot)];
      return index === 0 ? `M${x} ${y}` : `H${x}V${y}`;
    })
    .join('');

const bound = (plot: Plot, count: number): string => `M0 ${down(count, plot)}H${WIDTH}`;

const Drawing = ({ plot }: { readonly plot: Plot }): JSX.Element => (
  <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
    <path class="u" d={`${line(plot, 'unavailable')}V${HEIGHT}H0Z`} />
    {plot.surge === undefined ? undefined : (
      <path class="u" d={`${line(plot, 'doubled', plot.nodes)}V${down(plot.nodes, plot)}H0Z`} />
    )}
    {plot.marks.map(({ step, x }) => (
      <path class="s" d={`M${across(x, plot)} 0V${HEIGHT}`} key={step} />
    ))}
    {plot.budget === undefined ? undefined : <path class="b" d={bound(plot, plot.budget)} />}
    {plot.surge === undefined ? undefined : <path class="b" d={bound(plot, plot.nodes + plot.surge)} />}
    <path class="o" d={line(plot, 'old')} />
    <path class="n" d={line(plot, 'new')} />
  </svg>
);

const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 1000) / 10}%`;

const Names = ({ plot, language }: PlotProps): JSX.Element => {
  const left = (x: number): string => percent(across(x, plot), WIDTH);
  const top = (count: number): string => percent(down(count, plot), HEIGHT);
  const begin = plot.moments[0]?.at ?? 0;
  const last: Moment | undefined = plot.moments.at(-1);
  const name = ({ version, revision }: Plot['before']): string => version ?? `rev ${revision ?? '?'}`;
  return (
    <>
      <span class="y" style={`top:${top(plot.nodes)}`}>
        {plot.nodes}
      </span>
      <span class="y" style={`top:${top(0)}`}>
        0
      </span>
      <b class="o" style={`top:${top(plot.moments[0]?.old ?? 0)}`}>
        {plotWords.old[language]} {name(plot.before)}
      </b>
      {last && (
        <b class="n" style={`top:${top(last.new)}`}>
          {plotWords.new[language]} {name(plot.after)}
        </b>
      )}
      {plot.budget === undefined || plot.budget >= plot.height ? undefined : (
        <span class="b" style={`top:${top(plot.budget)}`}>
          {plotWords.budget[language](plot.budget)}
        </span>
      )}
      {plot.surge === undefined ? undefined : (
        <span class="b g" style={`top:${top(plot.nodes + plot.surge)}`}>
          {plotWords.surge[language](plot.surge)}
        </span>
      )}
      {ticksOf(plot).map(({ x, at, isBehindGap }, index) => (
        <span
          class={['x', isBehindGap && 'gap', index % 2 === 1 && x < plot.width && 'odd']
            .filter(Boolean)
            .join(' ')}
          style={`left:${left(x)}`}
          key={x}
        >
          {durationInWords(at - begin, language)}
        </span>
      ))}
    </>
  );
};
