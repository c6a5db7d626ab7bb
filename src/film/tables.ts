import type { InLanguages, Language } from '../language/language';
import type { PodState, PodView, Scene } from './scene';
import { remarksOn } from './words/alike';
import type { NodeRemark } from './words/speech';

/** A table in words, for whoever does not see the picture. All of it is text. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Words {
  readonly columns: readonly string[];
  readonly states: Readonly<Record<PodState, string>>;
  readonly remarks: Readonly<Record<NodeRemark, string>>;
  readonly noNode: string;
  readonly noPod: string;
}

const words: InLanguages<Words> = {
  en: {
    columns: ['node', 'remarks', 'pod', 'daemon set', 'state', 'revision', 'version'],
    states: {
      pending: 'pending',
      notReady: 'not ready',
      ready: 'ready',
      terminating: 'terminating',
      failed: 'failed',
      succeeded: 'succeeded',
    },
    remarks: { notReady: 'not ready', silent: 'silent', cordoned: 'cordoned', gone: 'gone' },
    noNode: '(none)',
    noPod: 'no pod',
  },
  ko: {
    columns: ['노드', '비고', 'Pod', '데몬 세트', '상태', '리비전', '버전'],
    states: {
      pending: '보류 중',
      notReady: '준비 안 됨',
      ready: '준비됨',
      terminating: '종료 중',
      failed: '실패',
      succeeded: '완료',
    },
    remarks: { notReady: '준비 안 됨', silent: '응답 없음', cordoned: '예약 불가', gone: '없어짐' },
    noNode: '(없음)',
    noPod: 'Pod 없음',
  },
};

/** What a picture shows, a row for each pod and for each node that has none, by the order of the nodes. */
export const sceneTable = ({ nodes, pods }: Scene, language: Language): Table => {
  const { columns, states, remarks, noNode, noPod } = words[language];
  const byNode = new Map<string | undefined, PodView[]>();
  for (const pod of pods) byNode.set(pod.node, [...(byNode.get(pod.node) ?? []), pod]);
  const cells = (pod: PodView): readonly string[] => [
    pod.name,
    pod.set ?? '',
    states[pod.state],
    String(pod.revision ?? ''),
    pod.version ?? '',
  ];
  const here = nodes.flatMap((node) => {
    const marks = [...remarksOn(node).map((each) => remarks[each]), ...node.labels, ...node.taints].join(
      ', ',
    );
    const ofNode = byNode.get(node.name)?.map(cells) ?? [[noPod, '', '', '', '']];
    byNode.delete(node.name);
    return ofNode.map((pod) => [node.name, marks, ...pod]);
  });
  const elsewhere = [...byNode].flatMap(([node, left]) =>
    left.map((pod) => [node ?? noNode, node === undefined ? '' : remarks.gone, ...cells(pod)]),
  );
  return { columns, rows: [...here, ...elsewhere] };
};
