import type { FoundCapability, Programme } from '../../conformance/plan';
import { durationText } from '../../conformance/progress/words';
import { isStepped } from '../../conformance/rehearsal/estimate';
import type { Estimate } from '../../conformance/rehearsal/rehearsal';
import { count, hang } from '../../terminal/wrap';
import type { Ground } from './preflight';

/** What is about to be done, and where. */
interface Announced {
  readonly server: string;
  readonly programme: Programme;
  readonly estimate: Estimate;
  /** How many examples were chosen. */
  readonly chosen: number;
  readonly ground: Ground;
  readonly capabilities: readonly FoundCapability[];
}

const MARGIN = 2;
const LABELS = 10;

const examplesText = ({ estimate, chosen, programme }: Announced): string => {
  const { examples, tooLong } = estimate;
  const lacking = chosen - examples - tooLong;
  const left = [
    ...(tooLong > 0
      ? [`${tooLong} wait longer than the ${durationText(programme.target.patience)} of --patience`]
      : []),
    ...(lacking > 0 ? [`${lacking} need what this cluster does not offer`] : []),
  ];
  return `${examples} of ${chosen}${left.length > 0 ? `; ${left.join(', ')}` : ''}`;
};

const timeText = ({ estimate, programme: { parallel }, capabilities }: Announced): string =>
  `about ${durationText(estimate.duration)}, ${parallel === 1 ? 'one at a time' : `${parallel} at a time`}` +
  (isStepped(capabilities) ? '; the clock of the cluster is stepped, so that nobody waits for it' : '');

const nodesText = ({ ground: { facts }, capabilities }: Announced): string =>
  `${facts.nodes === 0 ? 'none is there' : `${facts.nodes} of the cluster stay as they are`}; ` +
  'examples have nodes of their own join, whose kubelets ' +
  (isStepped(capabilities) ? 'the cluster plays itself' : 'are played from here');

const namesText = ({ programme: { target } }: Announced): string =>
  target.mode === 'shared'
    ? `those of namespaces, nodes and whatever else has no namespace end in -${target.run}-…, so that nobody is in the way of anybody`
    : 'as they are written in the examples: nobody else should use the cluster meanwhile';

const marksText = ({ programme: { target } }: Announced): string =>
  `everything that is made is labelled rollcall.dev/run=${target.run}, and deleted in the end; nothing else is touched`;

const guestsText = ({ ground: { guests } }: Announced): string =>
  `${count(guests.length, 'daemon set')} of others will have pods on nodes of examples: ${guests.join(', ')}`;

/** Says what a run is going to do to which server. @param width columns to write in */
export const announcement = (announced: Announced, width: number): string => {
  const { server, ground, programme } = announced;
  const { facts } = ground;
  const rows: readonly (readonly [string, string])[] = [
    ['examples', examplesText(announced)],
    ['time', timeText(announced)],
    ['nodes', nodesText(announced)],
    ['names', namesText(announced)],
    ['marks', marksText(announced)],
    ...(ground.guests.length > 0 ? [['guests', guestsText(announced)] as const] : []),
    ...(ground.others.length > 0
      ? [['others', `what is there of other runs is left alone: ${ground.others.join(', ')}`] as const]
      : []),
    ...(ground.leftovers.length > 0
      ? [['first', 'what the broken off part of this run has left behind is deleted'] as const]
      : []),
  ];
  const head = `Conformance of the cluster behind the context "${programme.target.context}": ${server}, Kubernetes ${facts.version}, distribution ${facts.distribution.name}.`;
  return [
    head,
    '',
    ...rows.map(([label, text]) => hang(`${' '.repeat(MARGIN)}${label.padEnd(LABELS)}`, text, width)),
    '',
  ].join('\n');
};
