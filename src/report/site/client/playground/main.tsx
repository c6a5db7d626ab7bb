import { render } from 'preact';
import { byId } from '../elements';
import { unpacked } from '../packed';
import { materialOfPage } from './material';
import { Player } from './player';
import { Playground } from './playground';

// Run when the playground is opened for the first time.

const material = materialOfPage();
const player = new Player(
  unpacked('code-worker'),
  material.then(({ phrases }) => phrases),
);
material.then((known) => render(<Playground player={player} material={known} />, byId('playground')));
