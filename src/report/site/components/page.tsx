import type { ComponentChildren, VNode } from 'preact';

interface Props {
  /** The address of the page. */
  readonly id: string;
  /** What kind of page it is, for the style. */
  readonly kind?: string;
  readonly heading: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page: one section of the document, of which one is shown at a time. */
export const Page = ({ id, kind, heading, children }: Props): VNode => (
  <section class={kind === undefined ? 'page' : `page ${kind}`} id={id}>
    <h1 tabindex={-1}>{heading}</h1>
    {children}
  </section>
);
