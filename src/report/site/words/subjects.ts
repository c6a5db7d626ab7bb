import type { InLanguages } from '../../../language/language';

const KOREAN: Readonly<Record<string, string>> = {
  adoption: 'Pod 넘겨받기',
  agents: '잘 알려진 에이전트',
  conformance: '적합성',
  creating: '데몬 세트 생성',
  'default-scheduler': '기본 스케줄러',
  deletion: '삭제',
  'disruption-budgets': 'Pod 중단 예산',
  events: '이벤트',
  'limit-ranges': '제한 범위',
  'node-life': '노드에 생기는 일',
  'on-the-node': '노드 위에서',
  permissions: '권한',
  placement: '배치',
  'pod-security': 'Pod 보안',
  'project-node-selector': '프로젝트 노드 선택기',
  quota: '할당량',
  'replacing-pods': 'Pod 교체',
  rollback: '롤백',
  'rolling-update': '롤링 업데이트',
  'runtime-classes': '런타임 클래스',
  scheduling: '예약',
  'security-context-constraints': '보안 컨텍스트 제약 조건',
  'service-accounts': '서비스 계정',
  status: '상태',
  surge: '서지',
  taints: '테인트와 허용 오차',
  updating: '업데이트',
  validation: '유효성 검사',
  warnings: '경고',
  'what-it-is': '데몬 세트란',
};

/** The name of a subject, which is a folder of features: `rolling-update` → `Rolling update`. */
export const subjectName = (folder: string): InLanguages => {
  if (folder === '') return { en: 'Other features', ko: '그 밖의 기능' };
  const words = folder.replaceAll('-', ' ');
  const en = words.charAt(0).toUpperCase() + words.slice(1);
  return { en, ko: KOREAN[folder] ?? en };
};
