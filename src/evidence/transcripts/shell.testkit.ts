import type { CommandResult } from '../../oc';

/** A command as it was typed, and all that the terminal showed before the next one. */
export interface Recorded {
  readonly command: string;
  readonly output: string;
}

/** Reads a recorded session: a prompt is `$ `, and headings begin with `#`. */
export const readTranscript = (text: string): readonly Recorded[] =>
  text
    .replace(/^#.*$/gm, '')
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...output] = part.trimEnd().split('\n');
      return { command, output: output.join('\n') };
    });

type Filter = (text: string) => string;

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** `sed 's/A/B/g'`, with what basic expressions of sed and JavaScript have in common, and `\{5\}`. */
const sed = (script: string): Filter => {
  const [, pattern = '', replacement = '', flags = ''] = /^s\/(.*)\/(.*)\/(g?)$/.exec(script) ?? [];
  const expression = new RegExp(pattern.replace(/\\([{}])/g, '$1'), flags);
  return (text) =>
    linesOf(text)
      .map((line) => `${line.replace(expression, replacement)}\n`)
      .join('');
};

const filterOf = (words: string): Filter => {
  const [, script] = /^sed '(.*)'$/.exec(words) ?? [];
  if (script !== undefined) return sed(script);
  const [, count] = /^head -(\d+)$/.exec(words) ?? [];
  if (count !== undefined) {
    return (text) =>
      linesOf(text)
        .slice(0, Number(count))
        .map((line) => `${line}\n`)
        .join('');
  }
  if (words === 'wc -l') return (text) => `${linesOf(text).length}\n`;
  throw new Error(`unknown filter in a transcript: ${words}`);
};

/** A command, and what stood behind its `|`, taken apart: a `|` within quotes belongs to the command. */
const stagesOf = (line: string): readonly string[] =>
  (line.match(/(?:'[^']*'|[^'|])+/g) ?? []).map((stage) => stage.trim());

/** What a terminal shows of a line: the command's errors, and what its filters leave. */
export const typed = async (
  line: string,
  run: (command: string) => Promise<CommandResult>,
): Promise<string> => {
  const [first = '', ...filters] = stagesOf(line);
  const command = first.replace(/ 2>&1$/, '');
  const { stdout, stderr, terminal } = await run(command);
  if (filters.length === 0) return terminal;
  const isMerged = command !== first;
  const kept = filters.reduce((text, words) => filterOf(words)(text), isMerged ? terminal : stdout);
  return isMerged ? kept : `${stderr}${kept}`;
};
