import '../pods/ordinary';
import { inKorean } from '../language/korean';

inKorean('(at once )the pod {string}( is created)', 'Pod {string}을/를 생성하면');
inKorean('(at once )the pod {string}( is created) with:', '다음과 같이 설정한 Pod {string}이/가 있다:');
inKorean(
  'the pod {string} that asked for {labels} and runs on {string}',
  '라벨 {2:라벨}을/를 요구하는 Pod {1:string}이/가 {3:string}에서 실행 중이다',
);
inKorean('the pod {string} is pending', 'Pod {string}은/는 Pending 상태다');
inKorean('the pod {string} (still )runs on {string}', 'Pod {string}은/는 (여전히 ){string}에서 실행된다');
inKorean('there is no pod {string}( any more)', 'Pod {string}은/는 (이제 )없다');
