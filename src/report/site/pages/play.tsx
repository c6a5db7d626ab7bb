import type { VNode } from 'preact';
import { Page } from '../components/page';
import { Said } from '../components/said';
import { pages } from '../model/addresses';
import { frameWords } from '../words/frame';
import { playWords } from '../words/play';

/** The place of the playground, which the script fills when somebody comes. */
export const PlayPage = ({ isThere }: { readonly isThere: boolean }): VNode => (
  <Page id={pages.play} kind="play" heading={<Said in={frameWords.play} />}>
    <p class="lead">
      <Said in={isThere ? playWords.lead : playWords.missing} />
    </p>
    <noscript>
      <p>
        <Said in={playWords.noScript} />
      </p>
    </noscript>
    <div id="playground" />
  </Page>
);
