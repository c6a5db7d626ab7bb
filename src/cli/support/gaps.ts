import { driverNamed } from '../../drivers/drivers';
import { gapsText } from '../../report/gaps';
import { styleFor } from '../../terminal/style';
import type { Request } from './arguments';
import type { Ending } from './command';
import { Refusal } from './refusal';

/** Prints what clusters of the chosen driver leave out. @throws Refusal if something is to be run, too */
export const showGaps = async (request: Request): Promise<Ending> => {
  if (request.words.length > 0) throw new Refusal(['--model runs nothing. Take the files away.']);
  const driver = driverNamed(request.value('--driver'));
  const gaps = await driver.gaps?.();
  const style = styleFor(process.stdout, process.env);
  process.stdout.write(
    gaps
      ? `${gapsText(gaps, style)}\n`
      : `The driver "${driver.name}" has real clusters: they leave nothing out.\n`,
  );
  return { tried: 1, failed: 0 };
};
