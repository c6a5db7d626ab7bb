import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegisterError } from '../catalogue/entries';
import { parseQuestions, QUESTIONS_PATH, type Question } from '../catalogue/questions';

/** Reads the questions of the project in `directory`; in a project without them nobody asks. @throws RegisterError */
export const readQuestions = (directory: string): readonly Question[] => {
  const path = join(directory, QUESTIONS_PATH);
  if (!existsSync(path)) return [];
  try {
    return parseQuestions(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof RegisterError) throw error;
    throw new RegisterError([`${QUESTIONS_PATH}: cannot be read: ${(error as Error).message}`]);
  }
};
