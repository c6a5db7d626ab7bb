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

  Rule: 새로 참여한 노드에도 Pod가 생긴다

    시나리오: 세 번째 노드
      조건 the nodes "east-1" and "east-2"
      그리고 the daemon set "log-agent"
      만일 node "east-3" joins
      그러면 "log-agent" runs one pod on every node
`,
};
