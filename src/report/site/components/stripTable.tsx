import type { JSX } from 'preact';
import type { NodeView, PodView, Scene } from '../../../film/scene';
import type { Language } from '../../../language/language';
import { pictureWords } from '../words/pictures';
import { stripWords } from '../words/strips';
import { type Label, labelOf, type Manner } from './manner';
import type { Panel } from './panels';
import { Whole } from './whole';

/** Above this, a table is as unreadable as a picture. */
const MOST_ROWS = 40;

interface TableProps {
  readonly panels: readonly Panel[];
  readonly manner: Manner;
  readonly language: Language;
}

/** The pictures of a strip in words: a row for each node, a column for each picture. */
export const StripTable = ({ panels, manner, language }: TableProps): JSX.Element | null => {
  const shots = panels.flatMap(({ moments }) => moments.slice(-1));
  if (shots.length === 0) return null;
  const places = placesIn(shots.map(({ scene }) => scene));
  return (
    <details>
      <summary>{stripWords.asTable[language]}</summary>
      <table>
        <tr>
          <th>{stripWords.node[language]}</th>
          {shots.map(({ place }) => (
            <th key={place}>{place}</th>
          ))}
        </tr>
        {places.slice(0, MOST_ROWS).map((name) => (
          <tr key={name ?? ''}>
            <th>
              <Whole of={name ?? stripWords.noNode[language]} />
            </th>
            {shots.map(({ place, scene }) => (
              <td key={place}>
                <Whole of={placeInWords(name, scene, manner, language)} />
              </td>
            ))}
          </tr>
        ))}
      </table>
    </details>
  );
};

const placesIn = (scenes: readonly Scene[]): readonly (string | undefined)[] => [
  ...new Set([
    ...scenes.flatMap(({ nodes }) => nodes.map(({ name }) => name)),
    ...scenes.flatMap(({ pods }) => pods.map(({ node }) => node)),
  ]),
];

/** A node in a picture, in words: how it is, and each pod on it. */
const placeInWords = (
  name: string | undefined,
  { nodes, pods }: Scene,
  manner: Manner,
  language: Language,
): string => {
  const node = nodes.find((each) => each.name === name);
  const parts = [
    ...(node ? nodeInWords(node, language) : name === undefined ? [] : [pictureWords.gone[language]]),
    ...pods.filter((pod) => pod.node === name).map((pod) => podInWords(pod, manner, language)),
  ];
  return parts.join('; ') || '–';
};

const nodeInWords = ({ state, isCordoned }: NodeView, language: Language): readonly string[] => [
  ...(state === 'ready' ? [] : [pictureWords.nodes[language][state]]),
  ...(isCordoned ? [pictureWords.nodes[language].cordoned] : []),
];

const podInWords = (pod: PodView, manner: Manner, language: Language): string =>
  [
    `${labelInWords(labelOf(pod, manner))} ${pictureWords.states[language][pod.state]}`,
    ...(pod.isBound || pod.node === undefined ? [] : [pictureWords.notBound[language]]),
  ].join(', ');

const labelInWords = ({ name, version, revision }: Label): string =>
  [name, version, revision === undefined ? undefined : `rev ${revision}`]
    .filter((text) => text !== undefined)
    .join(' ');
