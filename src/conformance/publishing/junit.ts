import type { Envelope } from '@cucumber/messages';
import type { Results } from '../journal/results';
import { locationsOf } from '../messages/merge';
import plugin from './junitPlugin.cjs';

/** A run in the format of build servers. What was skipped says why. */
export const junitOf = (messages: readonly Envelope[], results: Results): string => {
  const written: string[] = [];
  const handlers: ((message: Envelope) => void)[] = [];
  plugin.formatter({
    options: { suiteName: 'Rollcall conformance' },
    on: (_key: 'message', handler: (message: Envelope) => void) => {
      handlers.push(handler);
    },
    write: (text: string) => {
      written.push(text);
    },
  });
  for (const message of withReasons(messages, results)) for (const handler of handlers) handler(message);
  return written.join('');
};

const NOT_REACHED = 'not-reached: The run ended before its turn came.';

/** Messages in which each step that was skipped says why its example was. */
const withReasons = (messages: readonly Envelope[], results: Results): readonly Envelope[] => {
  const locations = locationsOf(messages);
  const pickles = new Map(
    messages.flatMap(({ testCase }) => (testCase ? [[testCase.id, testCase.pickleId] as const] : [])),
  );
  const reasons = new Map<string, string>();
  return messages.map((message) => {
    const { testCaseStarted, testStepFinished } = message;
    if (testCaseStarted) {
      const how = results.of(locations.get(pickles.get(testCaseStarted.testCaseId) ?? '') ?? '')?.how;
      if (!how) reasons.set(testCaseStarted.id, NOT_REACHED);
      else if (how.code !== undefined)
        reasons.set(testCaseStarted.id, `${how.outcome}, ${how.code}: ${how.reason ?? ''}`);
    }
    const reason = reasons.get(testStepFinished?.testCaseStartedId ?? '');
    if (!testStepFinished || reason === undefined || testStepFinished.testStepResult.message) return message;
    return {
      testStepFinished: {
        ...testStepFinished,
        testStepResult: { ...testStepFinished.testStepResult, message: reason },
      },
    };
  });
};
