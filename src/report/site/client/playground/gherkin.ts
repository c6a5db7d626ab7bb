import type { StreamParser } from '@codemirror/language';

export const TITLE =
  /(?:Feature|Rule|Background|Scenario Outline|Scenario Template|Scenarios?|Examples?|기능|배경|시나리오 개요|시나리오|예):/;
export const STEP = /(?:(?:Given|When|Then|And|But|\*|조건|먼저|만일|만약|그러면|그리고|하지만|단)(?=\s))/;
export const FENCE = /\s*(?:"""|```)/;

interface State {
  /** Within a text between two lines of `"""`. */
  isInText: boolean;
  /** Behind the keyword of a step: names in quotes count there. */
  isInStep: boolean;
}

/** Gherkin as readers of Rollcall write it, in English and in Korean, with rules and examples. */
export const gherkin: StreamParser<State> = {
  name: 'gherkin',
  startState: () => ({ isInText: false, isInStep: false }),
  token(stream, state) {
    if (stream.sol()) {
      state.isInStep = false;
      if (stream.match(FENCE)) {
        state.isInText = !state.isInText;
        stream.skipToEnd();
        return 'comment';
      }
      if (state.isInText) {
        stream.skipToEnd();
        return null;
      }
      if (stream.eatSpace()) return null;
    }
    const isFirst = stream.string.slice(0, stream.start).trim() === '';
    if (isFirst) {
      if (stream.match(/#.*/)) return 'comment';
      if (stream.match(/@.*/)) return 'tagName';
      if (stream.match(TITLE)) {
        stream.skipTo(' ');
        return 'keyword';
      }
      if (stream.match(STEP)) {
        state.isInStep = true;
        return 'keyword';
      }
    }
    if (state.isInStep && stream.match(/"[^"]*"/)) return 'string';
    stream.next();
    if (state.isInStep) stream.eatWhile(/[^"]/);
    else stream.skipToEnd();
    return null;
  },
};
