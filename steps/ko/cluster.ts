import '../cluster';
import '../projects';
import '../time';
import '../users';
import { inKorean } from '../language/korean';

inKorean(
  'the cluster-wide default node selector {string}',
  '클러스터 전체의 기본 노드 선택기가 {string}이다',
);
inKorean("OpenShift's security context constraints", 'OpenShift의 보안 컨텍스트 제약 조건이 적용된다');
inKorean(
  'a cluster that still binds daemon pods in the controller',
  '데몬 세트 컨트롤러가 Pod를 직접 바인딩하는 예전 클러스터를 사용한다',
);
inKorean(
  'the priority class {string} with value {int}',
  '값이 {2:int}인 우선순위 클래스 {1:string}이/가 있다',
);
inKorean('{duration} pass(es)', '{시간}이/가 지난다/지나면');

inKorean('the project {string}', '프로젝트 {string}에서 작업한다');
inKorean(
  'the project {string} with the default node selector {string}',
  '기본 노드 선택기가 {2:string}인 프로젝트 {1:string}에서 작업한다',
);

inKorean('the user {string}', '역할이 없는 사용자 {string}이/가 있다');
inKorean(
  'the user {string} with the role {string} in project {string}',
  '프로젝트 {3:string}에서 역할이 {2:string}인 사용자 {1:string}이/가 있다',
);
inKorean('the cluster administrator {string}', '클러스터 관리자 {string}이/가 있다');
inKorean(
  '(at once ){string} tries to create the daemon set {string}',
  '{string}이/가 데몬 세트 {string}을/를 생성하려고 하면',
);
