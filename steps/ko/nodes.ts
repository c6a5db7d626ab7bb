import '../nodes/machines';
import '../nodes/markings';
import { inKorean } from '../language/korean';

inKorean('the node(s) {names}', '노드 {이름들}이/가 있다');
inKorean('the nodes:', '다음 노드가 있다:');
inKorean('(at once )node(s) {names} join(s)( at once)', '노드 {이름들}이/가 추가된다/추가되면');
inKorean(
  '(at once )node(s) {names} join(s)( at once), labelled {labels}',
  '라벨 {2:라벨}이/가 있는 노드 {1:이름들}이/가 추가된다/추가되면',
);
inKorean('(at once )node(s) {names} join(s) {readiness}', '노드 {이름들}이/가 {준비}로 추가된다/추가되면');
inKorean('(at once )node {string} turns {readiness}', '노드 {string}이/가 {준비}가 된다/되면');
inKorean('(at once )node {string} is removed', '노드 {string}이/가 제거된다/제거되면');
inKorean('node {string} has just been removed', '노드 {string}이/가 방금 제거되었다');
inKorean('(at once )node {string} is labelled {labels}', '노드 {string}에 라벨 {라벨}을/를 붙인다/붙이면');
inKorean(
  '(at once )the label {string} is removed from node {string}',
  '노드 {2:string}에서 라벨 {1:string}을/를 제거한다/제거하면',
);
inKorean('(at once )node {string} is cordoned', '노드 {string}을/를 예약 불가로 표시한다/표시하면');
inKorean('(at once )node {string} is tainted {string}', '노드 {string}에 테인트 {string}을/를 붙인다/붙이면');
