import { ApiError } from '../../src/kubernetes/refusals';
import type { Scenario } from '../world';

/** Does something that the API server may refuse, and remembers how it ended. */
export const attempt = async (scenario: Scenario, action: () => Promise<unknown>): Promise<void> => {
  try {
    await action();
    scenario.answer = { output: '' };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    scenario.answer = { output: '', refusal: error.message };
  }
};
