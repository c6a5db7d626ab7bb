import '../pods/contents';
import '../pods/leaving';
import '../pods/oldAndNew';
import '../pods/owners';
import '../pods/placement';
import '../pods/replacement';
import '../pods/troubles';
import { inKorean } from '../language/korean';

inKorean(
  '(the daemon set ){string} runs one pod on {nodes}',
  '{string}은/는 {노드들}에서 Pod를 하나/하나씩 실행한다',
);
inKorean(
  '(the daemon set ){string} runs one pod on {nodes} and nowhere else',
  '{string}은/는 {노드들}에서만 Pod를 하나/하나씩 실행한다',
);
inKorean(
  'the pod(s) of {string} for {nodes} is/are pending',
  '{2:노드들}에서 실행될 {1:string}의 Pod는 Pending 상태다',
);
inKorean('no pod of {string} is left', '{string}의 Pod는 남아 있지 않다');
inKorean('no pod of {string} is left on {names}', '{2:이름들}에는 {1:string}의 Pod가 남아 있지 않다');
inKorean('{names} never had a pod of {string}', '{이름들}에는 {string}의 Pod가 한 번도 없었다');
inKorean('no pod of {string} was ever created', '{string}의 Pod는 한 번도 생성되지 않았다');
inKorean(
  'every pod of {string} had a node from the moment it was created',
  '{string}의 Pod는 모두 생성될 때부터 노드가 정해져 있었다',
);

inKorean(
  'the pod(s) of {string} {on} {nodes} was/were not replaced( since)',
  '{3:노드들}{2:위치} {1:string}의 Pod는 교체되지 않았다',
);
inKorean(
  'the pod(s) of {string} {on} {nodes} was/were replaced( since)',
  '{3:노드들}{2:위치} {1:string}의 Pod는 교체되었다',
);
inKorean('no pod of {string} was created since', '{string}의 Pod는 그 뒤로 새로 생성되지 않았다');
inKorean(
  'the pod of {string} on {string} was created again at least {int} times, less and less often',
  '{2:string}에서 {1:string}의 Pod는 {3:int}번 이상 다시 생성되었고, 간격은 점점 길어졌다',
);
inKorean(
  'every pod of {string} on {string} failed with the reason {string}',
  '{2:string}에서 {1:string}의 Pod는 모두 {3:string}을/를 이유로 실패했다',
);
inKorean(
  'the pod of {string} on {string} outlived its node by {span}',
  '{2:string}에 있던 {1:string}의 Pod는 노드보다 {3:기간} 더 남아 있었다',
);
inKorean(
  'no node ever had two pods of {string} at the same time',
  '어느 노드에도 {string}의 Pod가 동시에 두 개 있지 않았다',
);
inKorean(
  'for a while {string} had two pods of {string}',
  '한동안 {string}에는 {string}의 Pod가 두 개 있었다',
);
inKorean(
  '(at once )the pod(s) of {string} {on} {nodes} is/are deleted',
  '{3:노드들}{2:위치} {1:string}의 Pod를 삭제한다/삭제하면',
);

inKorean(
  'the pod(s) of {string} on {nodes} run(s) version {string}',
  '{2:노드들}에 있는 {1:string}의 Pod는 버전 {3:string}을/를 실행한다',
);
inKorean(
  'the pod of {string} {on} {string} contains:',
  '{3:string}{2:위치} {1:string}의 Pod에는 다음 내용이 있다:',
);
inKorean(
  'the pod of {string} {on} {string} was created with:',
  '{3:string}{2:위치} {1:string}의 Pod는 다음 내용으로 생성되었다:',
);
inKorean(
  'the pod of {string} {on} {string} tolerates exactly:',
  '{3:string}{2:위치} {1:string}의 Pod에는 다음 허용 오차만 있다:',
);
inKorean(
  'the pod(s) of {string} on {nodes} has/have no owner',
  '{2:노드들}에 있는 {1:string}의 Pod에는 소유자가 없다',
);
