import type { TableWords } from '../language/tables';

const PODS = '2와 같은 Pod 수';
const AMOUNT = '1이나 10%와 같은 Pod 수 또는 백분율';

/** What stands in tables, in Korean. */
export const WORDS: TableWords = {
  이름: { is: 'name', takes: '' },
  라벨: { is: 'labels', takes: 'disk=local, role=worker와 같은 라벨' },
  테인트: { is: 'taints', takes: 'team=ml:NoSchedule과 같은 테인트' },
  cpu: { is: 'cpu', takes: '2나 500m과 같은 코어 수' },
  memory: { is: 'memory', takes: '16Gi와 같은 바이트 수' },
  pods: { is: 'pods', takes: '20과 같은 개수' },
  'ephemeral-storage': { is: 'ephemeral-storage', takes: '100Gi와 같은 바이트 수' },
  'nvidia.com/gpu': { is: 'nvidia.com/gpu', takes: '2와 같은 개수. 이름에 /가 있는 자원은 모두 이렇게 쓴다' },
  버전: { is: 'version', takes: 'v2와 같은 태그' },
  '노드 선택기': { is: 'nodes labelled', takes: 'role=worker와 같은 라벨' },
  '업데이트 전략': { is: 'update strategy', takes: 'RollingUpdate 또는 OnDelete' },
  '최대 사용 불가': { is: 'max unavailable', takes: AMOUNT },
  '최대 서지': { is: 'max surge', takes: AMOUNT },
  '최소 준비 시간': { is: 'min ready seconds', takes: '10과 같은 초' },
  '리비전 기록 한도': { is: 'revision history limit', takes: '10과 같은 리비전 수' },
  '호스트 포트': { is: 'host port', takes: '9100과 같은 포트' },
  '재시작 정책': { is: 'restart policy', takes: 'Always, OnFailure 또는 Never' },
  '우선순위 클래스': { is: 'priority class', takes: '클래스 이름' },
  필요: { is: 'desired', takes: PODS },
  현재: { is: 'current', takes: PODS },
  준비됨: { is: 'ready', takes: PODS },
  최신: { is: 'up-to-date', takes: PODS },
  '사용 가능': { is: 'available', takes: PODS },
  '사용 불가': { is: 'unavailable', takes: PODS },
  '잘못 배치됨': { is: 'misscheduled', takes: PODS },
  키: { is: 'key', takes: '' },
  연산자: { is: 'operator', takes: 'Exists 또는 Equal' },
  값: { is: 'value', takes: '' },
  초: { is: 'seconds', takes: '허용하는 시간, 60과 같은 초' },
  효과: { is: 'effect', takes: 'NoSchedule, PreferNoSchedule 또는 NoExecute' },
  유형: { is: 'type', takes: 'Normal 또는 Warning' },
  이유: { is: 'reason', takes: '' },
  출처: { is: 'from', takes: '구성 요소' },
  메시지: { is: 'message', takes: '…는 아무 내용' },
};
