import type { InLanguages } from '../../../language/language';

export const playWords = {
  playIt: { en: '▶ Play', ko: '▶ 실행' },
  changeIt: { en: 'Change it', ko: '바꿔 보기' },
  lead: {
    en: 'Change a sentence and press play. The cluster runs in this page; nothing leaves your browser.',
    ko: '문장을 바꾸고 실행을 누른다. 클러스터는 이 페이지 안에서 돌아가며, 아무것도 브라우저 밖으로 나가지 않는다.',
  },
  noScript: {
    en: 'The playground needs JavaScript, which is switched off here.',
    ko: '놀이터에는 JavaScript가 필요하지만 여기서는 꺼져 있다.',
  },
  missing: {
    en: 'The playground could not be built on the machine that wrote this page.',
    ko: '이 페이지를 만든 컴퓨터에서 놀이터를 만들 수 없었다.',
  },
} satisfies Record<string, InLanguages>;
