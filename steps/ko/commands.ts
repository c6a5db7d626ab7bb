import '../commands';
import '../events';
import { inKorean } from '../language/korean';

inKorean('the file {string}:', '내용이 다음과 같은 파일 {string}이/가 있다:');

// Whoever reads gives the commands in which nobody is named.
inKorean('(at once ){actor} run(s) {string}', '{2:string} 명령을 실행한다/실행하면');
inKorean('(at once ){actor} run(s) {string}', '{사용자}이/가 {string} 명령을 실행하면');
inKorean('(at once ){actor} run(s):', '다음 명령을 실행한다:');
inKorean('(at once ){actor} run(s):', '다음 명령을 실행하면:');
inKorean('(at once ){actor} try/tries to run {string}', '{2:string} 명령을 실행해 보면');
inKorean('(at once ){actor} try/tries to run {string}', '{사용자}이/가 {string} 명령을 실행해 보면');
inKorean('(at once ){actor} try/tries to run:', '{사용자}이/가 다음 명령을 실행해 보면:');
inKorean('it prints:', '다음과 같이 출력된다:');
inKorean('it is refused:', '다음 메시지와 함께 거부된다:');

inKorean('the events of {string} include:', '{string}의 이벤트에는 다음 내용이 있다:');
