import type { VNode } from 'preact';
import { linkTo, pages } from '../model/addresses';
import type { Site } from '../model/site';
import { phrasesWords } from '../words/phrases';
import { Said } from './said';

/** Where it stands what something in braces means. */
export type Explained = ReadonlyMap<string, string>;

const LEGEND = `${pages.phrases}/legend`;

const legendAddress = (at: number): string => `${LEGEND}/${at + 1}`;

/** Of a name that is told in both languages, the first is the English one. */
export const explainedIn = (legend: Site['legend']): Explained =>
  new Map(legend.map(([name], at) => [name, legendAddress(at)] as const).reverse());

/** A pattern; what stands for something else in it, `{string}`, is set apart, and leads to what it means. */
export const Pattern = ({ of, explained }: { readonly of: string; readonly explained: Explained }): VNode => (
  <>
    {of.split(/(\{[^}]+\})/).map((part, at) => {
      if (at % 2 === 0) return part;
      const shown = <var key={at}>{part}</var>;
      const address = explained.get(part);
      return address === undefined ? (
        shown
      ) : (
        <a href={linkTo(address)} key={at}>
          {shown}
        </a>
      );
    })}
  </>
);

/** What stands for what, said before it is met: folded, for most of it explains itself. */
export const Legend = ({ of }: { readonly of: Site['legend'] }): VNode | null =>
  of.length === 0 ? null : (
    <details class="legend" id={LEGEND}>
      <summary>
        <Said in={phrasesWords.legend} />
      </summary>
      <dl class="terms" lang="en">
        {of.map(([name, meaning], at) => (
          <div id={legendAddress(at)} key={legendAddress(at)}>
            <dt>
              <var>{name}</var>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
