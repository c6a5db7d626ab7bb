import { Then } from '@cucumber/cucumber';
import { fail } from './support/expectations';
import { matches } from './support/wildcards';
import type { Scenario } from './world';

// Commands that follow what happens print more than matters. `…` stands for anything on its line.
Then('it prints, among other lines:', function (this: Scenario, shown: string) {
  const printed = (this.answer?.output ?? '').trimEnd();
  const lines = printed.split('\n');
  let at = 0;
  for (const line of shown.trimEnd().split('\n')) {
    const found = lines.slice(at).findIndex((each) => matches(line, each));
    if (found < 0) fail('It should print these lines, in this order.', shown.trimEnd(), printed);
    at += found + 1;
  }
});
