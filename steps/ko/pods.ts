import '../pods/placement';
import '../pods/replacement';
import { inKorean } from '../language/korean';

inKorean(
  '(the daemon set ){string} runs one pod on {nodes} and nowhere else',
  '{string}은/는 {노드들}에서만 Pod를 하나씩 실행한다',
);
inKorean('{names} never had a pod of {string}', '{이름들}에는 {string}의 Pod가 한 번도 없었다');
inKorean(
  'the pod(s) of {string} {on} {nodes} was/were not replaced( since)',
  '{3:노드들}{2:위치} {1:string}의 Pod는 교체되지 않았다',
);
