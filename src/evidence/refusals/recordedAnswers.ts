import type { Manifest } from '../../kubernetes/object';
import type { FieldCause } from '../../kubernetes/refusals';

/** A manifest and what a real API server answered to it. */
export interface RecordedAnswer {
  readonly case: string;
  readonly manifest: Manifest;
  readonly accepted: boolean;
  readonly code?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly causes?: readonly FieldCause[];
}

const isRecordedAnswer = (value: unknown): value is RecordedAnswer => {
  const answer = value as Partial<RecordedAnswer> | null;
  return (
    typeof answer === 'object' &&
    answer !== null &&
    typeof answer.case === 'string' &&
    typeof answer.accepted === 'boolean' &&
    typeof answer.manifest === 'object' &&
    answer.manifest !== null
  );
};

/**
 * Reads recorded answers, one JSON object a line; empty lines are passed over.
 * @returns the answers, and a sentence with file and line for every line that is none
 */
export const readAnswers = (
  text: string,
  file: string,
): { readonly answers: readonly RecordedAnswer[]; readonly problems: readonly string[] } => {
  const answers: RecordedAnswer[] = [];
  const problems: string[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    try {
      const value: unknown = JSON.parse(line);
      if (isRecordedAnswer(value)) answers.push(value);
      else problems.push(`${file}:${index + 1}: needs "case", "manifest" and "accepted"`);
    } catch (error) {
      problems.push(`${file}:${index + 1}: not JSON: ${(error as Error).message}`);
    }
  });
  return { answers, problems };
};
