import type { FactOnNodes, NodeFact, PodFact, SetFact } from '../facts/fact';
import type { PodState } from '../scene';
import { fold } from './fold';
import type { Alike, NodeRemark, Speech } from './speech';

/** Behind "is". */
const states: Readonly<Record<PodState, string>> = {
  pending: 'pending',
  notReady: 'not ready',
  ready: 'ready',
  terminating: 'terminating',
  failed: 'failed',
  succeeded: 'finished',
};

const turned: Readonly<Record<PodState, string>> = {
  pending: 'turned pending',
  notReady: 'turned unready',
  ready: 'turned ready',
  terminating: 'began to terminate',
  failed: 'failed',
  succeeded: 'finished',
};

const remarks: Readonly<Record<NodeRemark, string>> = {
  notReady: 'not ready',
  silent: 'silent',
  cordoned: 'cordoned',
  gone: 'gone',
};

const list = (names: readonly string[]): string => {
  const { shown, more } = fold(names);
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
};

const on = (nodes: readonly string[]): string => (nodes.length === 0 ? 'on no node' : `on ${list(nodes)}`);

/** A word for one, and a word for several. */
type Pick = (one: string, several: string) => string;
const pickFor =
  (nodes: readonly string[]): Pick =>
  (one, several) =>
    nodes.length > 1 ? several : one;

const inBrackets = (revision: number | undefined): string =>
  revision === undefined ? '' : ` (revision ${revision})`;

const ofRevision = (revision: number | undefined): string =>
  revision === undefined ? '' : ` of revision ${revision}`;

const nodeNews = ({ what, mark }: NodeFact, pick: Pick): string => {
  const news: Readonly<Record<NodeFact['what'], string>> = {
    joined: 'joined',
    left: 'left',
    ready: 'turned ready',
    notReady: pick('is not ready', 'are not ready'),
    silent: 'fell silent',
    cordoned: pick('was cordoned', 'were cordoned'),
    uncordoned: pick('was uncordoned', 'were uncordoned'),
    labelled: `got the label ${mark}`,
    unlabelled: `lost the label ${mark}`,
    tainted: `got the taint ${mark}`,
    untainted: `lost the taint ${mark}`,
  };
  return news[what];
};

const podNews = (
  { what, set, name, state, revision, version }: PodFact,
  place: string,
  pick: Pick,
): string => {
  const also =
    state && state !== 'pending' ? `, ${states[state]} ${state === 'notReady' ? 'yet' : 'already'}` : '';
  const the = `the ${pick('pod', 'pods')} ${set === undefined ? name : `of ${set}`}`;
  const those = pick('one', 'some');
  switch (what) {
    case 'new': {
      const subject =
        set === undefined ? `the pod ${name}` : `${pick('a pod', 'pods')} of ${set}${inBrackets(revision)}`;
      return `${subject} ${pick('is', 'are')} new ${place}${also}`;
    }
    case 'replaced': {
      const by = revision === undefined ? '' : ` by ${those}${ofRevision(revision)}`;
      return `${place} ${the} ${pick('was', 'were')} replaced${by}${also}`;
    }
    case 'gone':
      return `${place} ${the}${inBrackets(revision)} ${pick('is', 'are')} gone`;
    case 'started':
      return `${place} ${the}${inBrackets(revision)} ${pick('runs', 'run')}, but ${pick('is', 'are')} not ready`;
    case 'turned':
      return `${place} ${the}${inBrackets(revision)} ${turned[state ?? 'pending']}`;
    case 'bound':
      return `${place} ${the}${inBrackets(revision)} ${pick('was', 'were')} bound`;
    case 'adopted':
      return `${place} ${set} adopted ${pick('a pod', 'pods')}`;
    case 'released':
      return `${place} ${set} let ${pick('a pod', 'pods')} go`;
    case 'renumbered':
      return `${place} ${the} ${pick('is', 'are')} now${ofRevision(revision)}`;
    case 'remade':
      return `${place} ${the} now ${pick('runs', 'run')} version ${version}`;
  }
};

const setNews = ({ what, version, revision, count, desired, counted }: SetFact): string => {
  const news: Readonly<Record<SetFact['what'], string>> = {
    new: 'is new',
    gone: 'is gone',
    updated: `was updated${version === undefined ? '' : ` to version ${version}`}`,
    revised: `was updated to revision ${revision}`,
    counted: `now counts ${count} of ${desired} ${desired === 1 ? 'pod' : 'pods'} as ${counted}`,
  };
  return news[what];
};

const news = (fact: FactOnNodes): string => {
  const pick = pickFor(fact.nodes);
  switch (fact.about) {
    case 'node':
      return `${pick('node', 'nodes')} ${list(fact.nodes)} ${nodeNews(fact, pick)}`;
    case 'set':
      return `the daemon set ${fact.set} ${setNews(fact)}`;
    case 'pod':
      return podNews(fact, on(fact.nodes), pick);
  }
};

const standing = ({ set, name, state, revision, nodes }: Alike): string => {
  if (state === undefined) return `there is no pod ${on(nodes)}`;
  const pick = pickFor(nodes);
  const whose = set === undefined ? name : `of ${set}${inBrackets(revision)}`;
  return `${on(nodes)} the ${pick('pod', 'pods')} ${whose} ${pick('is', 'are')} ${states[state]}`;
};

export const english: Speech = {
  news,
  standing,
  sentence: (clauses, more) => {
    const text = [...clauses, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  },
  node: (name, found) =>
    found.length === 0 ? name : `${name} (${found.map((each) => remarks[each]).join(', ')})`,
  nothingNew: 'Nothing changed.',
  nothingThere: 'There are no nodes and no pods.',
};
