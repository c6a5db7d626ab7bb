import type { JSX } from 'preact';
import type { Difference } from '../../../film/changed';
import type { NodeView, PodState, PodView, Scene } from '../../../film/scene';
import type { Language } from '../../../language/language';
import { pictureWords } from '../words/pictures';
import { ageOf, type Label, labelOf, labelOfSet, type Manner } from './manner';
import type { Marks } from './marks';
import { type Place, type Rest, type Shown, shown, type Tally } from './shown';

/** More lines than this say less. */
const MOST_SETS = 3;

/** In the style sheet a letter stands for each state; glyphs and words are there, too, so that a picture is small. */
const podLetters: Readonly<Record<PodState, string>> = {
  ready: '',
  pending: 'w',
  notReady: 'u',
  terminating: 't',
  failed: 'f',
  succeeded: 's',
};
const nodeLetters: Readonly<Record<NodeView['state'], string>> = { ready: '', notReady: 'u', silent: 'q' };
const markLetters: Readonly<Record<Difference, string>> = { new: 'N', changed: 'C', gone: 'G' };
const ageLetters = { older: 'o', newer: 'n' } as const;

export interface PictureProps {
  readonly scene: Scene;
  /** What differs from the picture before. */
  readonly marks: Marks;
  readonly manner: Manner;
  readonly language: Language;
  /** What has changed, or what there is, in a sentence: for those who hear the page. */
  readonly says?: string;
}

/** A cluster: a box for each node, and a chip for each pod on it. */
export const Picture = ({ scene, ...drawn }: PictureProps): JSX.Element => (
  <div class="c">
    {scene.sets.slice(0, MOST_SETS).map((set) => (
      <p key={set.id}>
        <Name label={labelOfSet(set, drawn.manner)} />{' '}
        {pictureWords.ready[drawn.language](set.ready, set.desired)}
      </p>
    ))}
    <Places of={shown(scene, drawn.marks)} {...drawn} />
  </div>
);

interface PlacesProps extends Omit<PictureProps, 'scene'> {
  readonly of: Shown;
}

/** The nodes, and what is on them; nothing if there are none. */
export const Places = ({ of: { places, rest }, says, ...drawn }: PlacesProps): JSX.Element | null =>
  places.length === 0 && !rest ? null : (
    <ul aria-label={says}>
      {places.map((place) => (
        <PlaceBox key={place.name ?? ''} place={place} {...drawn} />
      ))}
      {rest && <RestBox rest={rest} language={drawn.language} />}
    </ul>
  );

interface PlaceProps extends Omit<PictureProps, 'scene' | 'says'> {
  readonly place: Place;
}

const PlaceBox = ({ place, marks, manner, language }: PlaceProps): JSX.Element => {
  const { name, node, pods, more } = place;
  return (
    <li class={letters(node ? lettersOfNode(node, marks) : ['z'])}>
      {name === undefined ? undefined : <bdi>{name}</bdi>}
      {[...(node?.labels ?? []), ...(node?.taints ?? [])].map((text) => (
        <small key={text}>{text}</small>
      ))}
      {pods.map((pod) => (
        <i key={pod.id} class={letters(lettersOfPod(pod, marks, manner))}>
          <Name label={labelOf(pod, manner)} />
        </i>
      ))}
      {more && <em>{pictureWords.morePods[language](tallyInWords(more, language))}</em>}
    </li>
  );
};

const RestBox = ({ rest, language }: { readonly rest: Rest; readonly language: Language }): JSX.Element => (
  <li class="y">{pictureWords.moreNodes[language](rest.nodes, tallyInWords(rest.pods, language))}</li>
);

/** Names come from outside, and may be written from right to left. */
export const Name = ({ label: { name, version, revision } }: { readonly label: Label }): JSX.Element => (
  <>
    {name === undefined ? undefined : <bdi>{name}</bdi>}
    {[version, revision === undefined ? undefined : `rev ${revision}`]
      .filter((text) => text !== undefined)
      .map((text, index) => (index > 0 || name !== undefined ? ` ${text}` : text))
      .join('')}
  </>
);

const lettersOfNode = ({ name, state, isCordoned }: NodeView, { nodes }: Marks): readonly string[] => [
  nodeLetters[state],
  isCordoned ? 'k' : '',
  ...markOf(nodes.get(name)),
];

const lettersOfPod = (pod: PodView, { pods }: Marks, manner: Manner): readonly string[] => {
  const age = ageOf(pod, manner);
  return [
    podLetters[pod.state],
    pod.isBound ? '' : 'm',
    age ? ageLetters[age] : '',
    ...markOf(pods.get(pod.id)),
  ];
};

const markOf = (mark: Difference | undefined): readonly string[] => (mark ? [markLetters[mark]] : []);

const letters = (all: readonly string[]): string | undefined =>
  all.filter((letter) => letter !== '').join(' ') || undefined;

const tallyInWords = (tally: Tally, language: Language): string =>
  [...tally].map(([state, number]) => `${number} ${pictureWords.states[language][state]}`).join(', ');
