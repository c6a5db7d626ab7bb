import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../../../language/language';

interface Props {
  /** The address of the page. */
  readonly id: string;
  /** What kind of page it is, for the style. */
  readonly kind?: string;
  /** The only language that it is for, if there is another page for readers of the other. */
  readonly only?: Language;
  readonly heading: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page: one section of the document, of which one is shown at a time. */
export const Page = ({ id, kind, only, heading, children }: Props): VNode => (
  <section class={kind === undefined ? 'page' : `page ${kind}`} id={id} data-edition={only}>
    <h1 tabindex={-1}>{heading}</h1>
    {children}
  </section>
);
