import '../daemonSets/creation';
import '../daemonSets/status';
import { inKorean } from '../language/korean';

inKorean('(at once )the daemon set {string}( is created)', '데몬 세트 {string}이/가 있다');
inKorean(
  '(at once )the daemon set {string}( is created) for nodes labelled {labels}',
  '노드 선택기가 {2:라벨}인 데몬 세트 {1:string}이/가 있다',
);
inKorean('the status of {string} is:', '{string}의 상태는 다음과 같다:');
