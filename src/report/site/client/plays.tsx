import { render } from 'preact';
import { PlayLinks } from '../components/playLinks';
import { all } from './elements';
import { whenShown } from './navigation';

/** Lets readers play the examples of the page that is shown. Without script nobody could, so the script brings the links. */
export const startPlays = (): void =>
  whenShown((_, page) => {
    for (const example of all('.example:not(:has(> .plays))', page)) {
      const links = document.createElement('p');
      links.className = 'plays scripted';
      render(<PlayLinks address={example.id} />, links);
      const [strip] = all(':scope > .strip', example);
      example.insertBefore(links, strip ?? null);
    }
  });
