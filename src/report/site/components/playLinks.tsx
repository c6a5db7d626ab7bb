import type { JSX } from 'preact';
import { linkTo, pages } from '../model/addresses';
import { playWords } from '../words/play';
import { Said } from './said';

/** Ways to the playground, with the example of this address in it. */
export const PlayLinks = ({ address }: { readonly address: string }): JSX.Element => (
  <>
    <a href={linkTo(`${pages.play}/${address}`)}>
      <Said in={playWords.playIt} />
    </a>{' '}
    <a href={`${linkTo(`${pages.play}/${address}`)}?change=yes`}>
      <Said in={playWords.changeIt} />
    </a>
  </>
);
