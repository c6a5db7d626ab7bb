import type { InLanguages } from '../../../language/language';

/** What stands in the playground when nobody has brought anything. */
export const starters: InLanguages = {
  en: `Feature: My first daemon set

  Change a sentence, and press play.

  Rule: A node that joins gets a pod

    Example: a third node
      Given the nodes "east-1" and "east-2"
      And the daemon set "log-agent"
      When node "east-3" joins
      Then "log-agent" runs one pod on every node
`,
  ko: `# language: ko
기능: 나의 첫 데몬 세트

  문장을 바꾸고 실행해 보세요.

  Rule: 새로 추가된 노드에도 Pod가 생긴다

    시나리오: 세 번째 노드가 추가된다
      먼저 노드 "east-1"과 "east-2"가 있다
      그리고 데몬 세트 "log-agent"가 있다
      만일 노드 "east-3"이 추가되면
      그러면 "log-agent"는 "east-1", "east-2", "east-3"에서만 Pod를 하나씩 실행한다
`,
};
