import type { InLanguages } from '../../../language/language';
import { questionAddress } from './addresses';
import type { ClaimEntry, QuestionEntry } from './site';

/** What people ask, and the numbers of the claims that answer, the likeliest cause first. */
export interface Question {
  readonly ask: InLanguages;
  readonly claims: readonly string[];
}

/** What people of the field ask about daemon sets. */
export const questions: readonly Question[] = [
  {
    ask: { en: 'Why did my pod not move?', ko: '왜 Pod가 옮겨 가지 않았나요?' },
    claims: ['D21', 'I06', 'I09', 'D19', 'I18'],
  },
  {
    ask: { en: 'Why does the update stand still?', ko: '왜 업데이트가 멈춰 있나요?' },
    claims: ['I02', 'D19', 'I20', 'I03', 'I29', 'K05'],
  },
  {
    ask: { en: 'Why is a node without its pod?', ko: '왜 어떤 노드에는 Pod가 없나요?' },
    claims: ['D01', 'D02', 'D16', 'I07', 'I15', 'I17', 'I21', 'I24', 'I28'],
  },
  {
    ask: { en: 'Why are there two pods on a node?', ko: '왜 한 노드에 Pod가 두 개인가요?' },
    claims: ['I10', 'I04', 'D01', 'D20'],
  },
  {
    ask: { en: 'Why was my daemon set, or its pod, refused?', ko: '왜 데몬 세트나 Pod가 거부되었나요?' },
    claims: ['D13', 'D17', 'D05', 'D06', 'I25', 'I26', 'I27', 'I31'],
  },
  {
    ask: { en: 'Why is my pod Pending?', ko: '왜 Pod가 Pending 상태인가요?' },
    claims: ['D08', 'I15', 'I16', 'I24', 'I28', 'D09'],
  },
  {
    ask: { en: 'What happens when I delete it?', ko: '삭제하면 어떻게 되나요?' },
    claims: ['D04', 'D20', 'K01', 'D03', 'I10', 'I12'],
  },
  {
    ask: {
      en: 'How do I take a node out for maintenance?',
      ko: '점검을 위해 노드를 비우려면 어떻게 하나요?',
    },
    claims: ['I18', 'D14', 'I30', 'I23'],
  },
];

/** The questions that claims of this run answer. */
export const questionsAbout = (claims: readonly ClaimEntry[]): readonly QuestionEntry[] =>
  questions
    .map(({ ask, claims: ids }) => ({
      address: questionAddress(ask.en),
      ask,
      claims: ids.flatMap(
        (id) => claims.find(({ claim, standing }) => claim.id === id && standing !== 'untried') ?? [],
      ),
    }))
    .filter((question) => question.claims.length > 0);
