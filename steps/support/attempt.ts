import { ApiError } from '../../src/kubernetes/refusals';
import type { Scenario } from '../world';

/** Does something that the API server may refuse, and remembers how it ended. @param tried what is tried, in words */
export const attempt = async (
  { outcome }: Scenario,
  tried: string,
  action: () => Promise<unknown>,
): Promise<void> => {
  try {
    await action();
    outcome.end({ tried, output: '' });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    outcome.end({ tried, output: '', refusal: error.message });
  }
};
