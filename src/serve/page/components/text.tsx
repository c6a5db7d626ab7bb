import type { ComponentChildren, JSX } from 'preact';

interface Props {
  readonly text: string;
  /** What copies it, where something can. */
  readonly copy?: ComponentChildren;
}

/** A text to copy. */
export const Text = ({ text, copy }: Props): JSX.Element => (
  <div class="text">
    <pre>{text}</pre>
    {copy}
  </div>
);
