/** A command line that is no command line; `message` says where and what to do. */
export class WordsError extends Error {}

/** What a shell would expand or act upon, and a step cannot. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  ';': 'Give one command a step.',
  '&': 'Give one command a step.',
  '>': 'Output cannot be redirected. A name in <angle brackets> must be replaced by a real one.',
  '<': 'Input cannot be redirected. A name in <angle brackets> must be replaced by a real one.',
  '(': 'Put text with parentheses in quotes.',
  ')': 'Put text with parentheses in quotes.',
  '`': 'Command substitution is not supported.',
};

const refuse = (what: string, hint: string): never => {
  throw new WordsError(`cannot read the command line: ${what}. ${hint}`);
};

/** Reads one command line letter by letter, as a POSIX shell does. */
class Reader {
  readonly #line: string;
  #at = 0;
  #word: string | undefined;
  readonly #stages: string[][] = [[]];

  /** Letters that mean something outside of quotes. */
  readonly #special: Readonly<Record<string, () => void>> = {
    ' ': () => this.#endWord(),
    '\t': () => this.#endWord(),
    '\n': () => this.#endLine(),
    '|': () => this.#endStage(),
    '#': () => (this.#word === undefined ? this.#skipComment() : this.#add('#')),
    "'": () => this.#add(this.#upTo("'")),
    '"': () => this.#doubleQuoted(),
    '\\': () => this.#escaped(),
    $: () => this.#dollar(),
  };

  constructor(line: string) {
    this.#line = line;
  }

  read(): readonly (readonly string[])[] {
    while (this.#at < this.#line.length) this.#next();
    this.#endWord();
    if (this.#stages.length > 1 && this.#stages.some((words) => words.length === 0)) {
      refuse('nothing stands before or after a |', 'A pipe needs a command on both sides.');
    }
    return this.#stages;
  }

  #next(): void {
    const letter = this.#take();
    const act = this.#special[letter];
    if (act) act();
    else if (UNSUPPORTED[letter]) refuse(`unquoted ${letter}`, UNSUPPORTED[letter]);
    else this.#add(letter);
  }

  #take(): string {
    return this.#line.charAt(this.#at++);
  }

  #add(text: string): void {
    this.#word = (this.#word ?? '') + text;
  }

  #endWord(): void {
    if (this.#word !== undefined) this.#stages.at(-1)?.push(this.#word);
    this.#word = undefined;
  }

  #endStage(): void {
    this.#endWord();
    this.#stages.push([]);
  }

  #endLine(): void {
    this.#endWord();
    if (this.#line.slice(this.#at).trim() === '') return;
    if (this.#stages.some((words) => words.length > 0)) {
      refuse('it goes on after its end', 'Give one command a step, or end the line with a backslash.');
    }
  }

  #skipComment(): void {
    const end = this.#line.indexOf('\n', this.#at);
    this.#at = end === -1 ? this.#line.length : end;
  }

  #upTo(quote: string): string {
    const end = this.#line.indexOf(quote, this.#at);
    if (end === -1) refuse(`a ${quote} is never closed`, 'Close the quotes.');
    const text = this.#line.slice(this.#at, end);
    this.#at = end + 1;
    return text;
  }

  #doubleQuoted(): void {
    this.#add('');
    for (;;) {
      if (this.#at >= this.#line.length) refuse('a " is never closed', 'Close the quotes.');
      const letter = this.#take();
      if (letter === '"') return;
      if (letter === '\\') {
        const next = this.#take();
        if (next !== '\n') this.#add('$`"\\'.includes(next) ? next : `\\${next}`);
      } else if (letter === '$') this.#dollar();
      else if (letter === '`') refuse('unquoted `', UNSUPPORTED['`'] ?? '');
      else this.#add(letter);
    }
  }

  #escaped(): void {
    const next = this.#take();
    if (next === '\n') return;
    this.#add(next === '.' && this.#isInBraces() ? '\\.' : next);
  }

  /** Whether the word has opened more braces than it has closed, as in the middle of a JSONPath. */
  #isInBraces(): boolean {
    const braces = (brace: string): number => (this.#word ?? '').split(brace).length;
    return braces('{') > braces('}');
  }

  #dollar(): void {
    const next = this.#line.charAt(this.#at);
    if (/[A-Za-z_{(0-9]/.test(next)) {
      refuse(`$${next} asks for a variable or a command`, 'Write the value itself, or use single quotes.');
    }
    this.#add('$');
  }
}

/**
 * Splits a command line into the words of its pipeline stages, as a POSIX shell does: single and double
 * quotes, backslashes, continued lines, comments. Variables, redirection and lists are refused.
 *
 * One backslash stays that a shell would take away: the one in front of a dot between braces, outside of quotes. There it
 * belongs to a JSONPath, `{.metadata.labels.topology\.kubernetes\.io/zone}`, which without it would find nothing.
 * @throws WordsError
 */
export const splitCommandLine = (line: string): readonly (readonly string[])[] => new Reader(line).read();
