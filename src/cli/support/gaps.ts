import { driverNamed } from '../../drivers/drivers';
import { gapsText } from '../../report/gaps';
import { coloursFor } from '../../terminal/colour';
import { widthOf } from '../../terminal/wrap';
import type { Request } from './arguments';
import type { Ending } from './command';
import { Refusal } from './refusal';

/** Prints what clusters of the chosen driver leave out. @throws Refusal if something is to be run, too */
export const showGaps = async (request: Request): Promise<Ending> => {
  if (request.words.length > 0) throw new Refusal(['--model runs nothing. Take the files away.']);
  const driver = driverNamed(request.value('--driver'));
  const gaps = await driver.gaps?.();
  const style = { width: widthOf(process.stdout), colours: coloursFor(process.stdout, process.env) };
  process.stdout.write(
    gaps
      ? `${gapsText(gaps, style)}\n`
      : `The driver "${driver.name}" has real clusters: they leave nothing out.\n`,
  );
  return { tried: 1, failed: 0 };
};
