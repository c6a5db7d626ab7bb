import '../nodes/machines';
import '../nodes/markings';
import { inKorean } from '../language/korean';

inKorean('the node(s) {names}', '노드 {이름들}이/가 있다');
inKorean('(at once )node(s) {names} join(s)( at once)', '노드 {이름들}이/가 추가된다/추가되면');
inKorean(
  '(at once )node(s) {names} join(s)( at once), labelled {labels}',
  '라벨 {2:라벨}이/가 있는 노드 {1:이름들}이/가 추가된다/추가되면',
);
inKorean('(at once )node(s) {names} join(s) {readiness}', '노드 {이름들}이/가 {준비}로 추가된다/추가되면');
inKorean('(at once )node {string} turns {readiness}', '노드 {string}이/가 {준비}가 된다/되면');
