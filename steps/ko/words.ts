import type { TableWords } from '../language/tables';

const PODS = '2와 같은 Pod 수';
const AMOUNT = '1이나 10%와 같은 Pod 수 또는 백분율';

/** What stands in tables, in Korean. */
export const WORDS: TableWords = {
  이름: { is: 'name', takes: '' },
  라벨: { is: 'labels', takes: 'disk=local, role=worker와 같은 라벨' },
  테인트: { is: 'taints', takes: 'team=ml:NoSchedule과 같은 테인트' },
  버전: { is: 'version', takes: 'v2와 같은 태그' },
  '노드 선택기': { is: 'nodes labelled', takes: 'role=worker와 같은 라벨' },
  '업데이트 전략': { is: 'update strategy', takes: 'RollingUpdate 또는 OnDelete' },
  '최대 사용 불가': { is: 'max unavailable', takes: AMOUNT },
  '최대 서지': { is: 'max surge', takes: AMOUNT },
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
  효과: { is: 'effect', takes: 'NoSchedule, PreferNoSchedule 또는 NoExecute' },
  유형: { is: 'type', takes: 'Normal 또는 Warning' },
  이유: { is: 'reason', takes: '' },
  출처: { is: 'from', takes: '구성 요소' },
  메시지: { is: 'message', takes: '…는 아무 내용' },
};
