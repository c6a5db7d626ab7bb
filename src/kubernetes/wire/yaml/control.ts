import { byteLength } from '../../fields/bytes';

/** What YAML does not allow in a text, and text that is no Unicode has none of. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\v\f\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** How many bytes are read at a time. */
const PIECE = 512;

/**
 * Where the piece of a text begins that has the first control character; undefined if there is none.
 * @see vendor/go.yaml.in/yaml/v2/readerc.go yaml_parser_update_buffer
 */
export const firstControl = (text: string): number | undefined => {
  const at = text.search(CONTROL);
  if (at < 0) return undefined;
  let bytes = byteLength(text.slice(0, at)) % PIECE;
  let start = at;
  while (bytes > 0 && start > 0) {
    start--;
    bytes -= byteLength(text.charAt(start));
  }
  return start;
};
