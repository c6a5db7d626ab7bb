import { gaps } from '../cluster/model/gaps';
import { gapsList } from '../report/gaps';
import type { Request } from './support/arguments';
import { type Ending, runCommand } from './support/command';
import { CHECK, keepUpToDate } from './support/madeFile';
import { Refusal } from './support/refusal';

const README = 'README.md';
const SECTION = /(<!-- what is left out -->\n\n)[\s\S]*?(\n\n<!-- -->)/;

const usage = (): string => `Usage: npm run model [-- ${CHECK}]

Writes into the README what the model leaves out.

  ${CHECK}  change nothing; fail if the README says something else
`;

const withGaps = (readme: string): string => {
  if (!SECTION.test(readme)) throw new Refusal([`${README} has no place for what the model leaves out.`]);
  return readme.replace(SECTION, (_, before, after) => `${before}${gapsList(gaps)}${after}`);
};

const model = (request: Request): Ending =>
  keepUpToDate(
    {
      path: README,
      make: withGaps,
      written: `${README} says what the model leaves out.`,
      outdated: () =>
        `${README} is out of date: what the model leaves out has changed. Run \`npm run model\`.`,
    },
    request.has(CHECK),
  );

runCommand({ usage, options: [CHECK], words: [0, 0] }, model);
