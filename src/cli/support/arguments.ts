import { Command, CommanderError, Option } from 'commander';
import { Refusal } from './refusal';

/** An option as it is typed, as commander reads it: `--seed <N>`, `-t, --tags <EXPR>`, `--cleanup [RUN]`, `--disturbed`. */
export type OptionFlags = string;

/** What was typed after a command. */
export class Request {
  readonly #given: Readonly<Record<string, unknown>>;

  constructor(
    /** All that is no option, in order. */
    readonly words: readonly string[],
    private readonly options: readonly Option[],
    given: Readonly<Record<string, unknown>>,
  ) {
    this.#given = given;
  }

  /** Tells whether an option was given, with a value or without. @param option `--disturbed` */
  has(option: string): boolean {
    return this.#valuesOf(option).length > 0;
  }

  /** The value of an option; the last one counts. @param option `--seed` */
  value(option: string): string | undefined {
    const value = this.#valuesOf(option).at(-1);
    return typeof value === 'string' ? value : undefined;
  }

  /** All values of an option that may be given several times, in order. @param option `--cluster` */
  values(option: string): readonly string[] {
    return this.#valuesOf(option).filter((value) => typeof value === 'string');
  }

  /** These options as they could be typed again, for a program that reads them itself. */
  typedAgain(flags: readonly OptionFlags[]): readonly string[] {
    return flags
      .map((each) => new Option(each).long ?? '')
      .flatMap((long) =>
        this.#valuesOf(long).flatMap((value) => (typeof value === 'string' ? [long, value] : [long])),
      );
  }

  #valuesOf(long: string): readonly unknown[] {
    const option = this.options.find((each) => each.long === long);
    const value = option && this.#given[option.attributeName()];
    if (value === undefined || !option) return [];
    if (Array.isArray(value)) return value;
    if (typeof value === 'string') return [value];
    return value === !option.negate ? [value] : [];
  }
}

/**
 * Reads the words after a command.
 * @param options all that the command takes
 * @throws Refusal naming an option that there is not, with those that there are, or one that lacks its value
 */
export const readArguments = (argv: readonly string[], options: readonly OptionFlags[]): Request => {
  const command = new Command()
    .helpOption(false)
    .allowExcessArguments()
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  for (const flags of options) command.addOption(optionOf(flags));
  try {
    command.parse([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw new Refusal([inPlainWords(error, command.options)]);
    throw error;
  }
  return new Request(command.args, command.options, command.opts());
};

const optionOf = (flags: OptionFlags): Option => {
  const option = new Option(flags);
  return option.required ? option.argParser(collected) : option;
};

const collected = (value: string, others: readonly string[] = []): readonly string[] => [...others, value];

/** `error: unknown option '--foo'`, `error: option '--seed <N>' argument missing` */
const QUOTED = /'([^']*)'/;

const inPlainWords = ({ code, message }: CommanderError, options: readonly Option[]): string => {
  const option = QUOTED.exec(message)?.[1] ?? message;
  if (code === 'commander.optionMissingArgument')
    return `${option.replace(/[<>]/g, '')}: the value is missing.`;
  const known = options.map(({ flags }) => flags.replace(/[<>]/g, ''));
  return `There is no option ${option}. There ${known.length === 0 ? 'is only' : 'are:'} ${[...known, '--help'].join('; ')}.`;
};
