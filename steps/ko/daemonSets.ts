import '../daemonSets/contents';
import '../daemonSets/creation';
import '../daemonSets/deletion';
import '../daemonSets/status';
import '../updates';
import '../versions';
import { inKorean } from '../language/korean';

inKorean('(at once )the daemon set {string}( is created)', '데몬 세트 {string}이/가 있다');
inKorean('(at once )the daemon set {string}( is created)', '데몬 세트 {string}을/를 생성하면');
inKorean(
  '(at once )the daemon set {string}( is created) for nodes labelled {labels}',
  '노드 선택기가 {2:라벨}인 데몬 세트 {1:string}이/가 있다',
);
inKorean(
  '(at once )the daemon set {string}( is created) for nodes labelled {labels}',
  '노드 선택기가 {2:라벨}인 데몬 세트 {1:string}을/를 생성하면',
);
inKorean(
  '(at once )the daemon set {string}( is created) with:',
  '다음과 같이 설정한 데몬 세트 {string}이/가 있다:',
);
inKorean(
  '(at once )the daemon set {string}( is created) with:',
  '데몬 세트 {string}을/를 다음과 같이 설정하여 생성하면:',
);
inKorean(
  '(at once )the daemon set {string}( is created) with the pod spec:',
  'Pod 사양이 다음과 같은 데몬 세트 {string}이/가 있다:',
);
inKorean(
  '(at once )the daemon set {string}( is created) with the pod spec:',
  '데몬 세트 {string}을/를 다음 Pod 사양으로 생성하면:',
);
inKorean(
  '(at once )the daemon set {string}( is created) with the tolerations:',
  '허용 오차가 다음과 같은 데몬 세트 {string}이/가 있다:',
);

inKorean('(at once )the daemon set {string} is deleted', '데몬 세트 {string}을/를 삭제한다/삭제하면');
inKorean(
  '(at once )the daemon set {string} is deleted with {string}',
  '데몬 세트 {string}을/를 {string}(으)로 삭제한다/삭제하면',
);
inKorean('there is no daemon set {string}', '데몬 세트 {string}은/는 없다');

inKorean(
  'version {string} of {string} can never be pulled',
  '{2:string}의 버전 {1:string} 이미지는 가져올 수 없다',
);
inKorean(
  '(at once )the daemon set {string} is updated to version {string}',
  '데몬 세트 {string}을/를 버전 {string}(으)로 업데이트한다/업데이트하면',
);
inKorean(
  'at no time was/were more than {count} pod(s) of {string} unavailable',
  '동시에 사용할 수 없었던 {2:string}의 Pod는 {1:수}개를 넘지 않았다',
);

inKorean('the daemon set {string} contains:', '데몬 세트 {string}에는 다음 내용이 있다:');
inKorean('the template of {string} was never changed', '{string}의 템플릿은 한 번도 변경되지 않았다');
inKorean('the status of {string} is:', '{string}의 상태는 다음과 같다:');
