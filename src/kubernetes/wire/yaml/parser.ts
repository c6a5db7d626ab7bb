import { EMPTY, type Event, event } from './event';
import { parserProblem } from './problem';
import type { Scanner } from './scanner';
import { TagHandles } from './tagHandles';
import type { TokenKind } from './token';

/** What the parser expects next. It returns an event, having said what comes after that. */
type State = () => Event;

/**
 * Makes events of tokens, one at a time. The states are those of libyaml; what was begun waits on a stack, so that
 * depth costs no stack of calls.
 * @see vendor/go.yaml.in/yaml/v2/parserc.go yaml_parser_state_machine
 */
export class Parser {
  readonly #scanner: Scanner;
  readonly #tags = new TagHandles();
  readonly #waiting: State[] = [];
  #state: State = () => this.#documentStart();

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
    scanner.peek();
    scanner.skip();
  }

  /** @throws YamlProblem */
  next(): Event {
    return this.#state();
  }

  get #kind(): TokenKind {
    return this.#scanner.peek().kind;
  }

  /** Takes a token. @returns the kind of the next one */
  #pass(): TokenKind {
    this.#scanner.skip();
    return this.#kind;
  }

  #fail(words: string): never {
    throw parserProblem(this.#scanner.peek().line, words);
  }

  /** Goes on with what was begun before. */
  #resume(): void {
    const state = this.#waiting.pop();
    if (state) this.#state = state;
  }

  /** Reads a node, and then goes on with `then`. */
  #nodeThen(then: State, isBlock: boolean, mayBeIndentless = false): Event {
    this.#waiting.push(then);
    return this.#node(isBlock, mayBeIndentless);
  }

  /** Takes something that is left out for null. */
  #emptyThen(then: State): Event {
    this.#state = then;
    return EMPTY;
  }

  #end(kind: 'sequence end' | 'mapping end'): Event {
    this.#resume();
    this.#scanner.skip();
    return event(kind);
  }

  #documentStart(): Event {
    const kind = this.#kind;
    if (kind === 'stream end') return event('stream end');
    const isExplicit = kind.endsWith('directive') || kind === 'document start';
    this.#tags.declare(this.#scanner);
    if (isExplicit) {
      if (this.#kind !== 'document start') this.#fail('did not find expected <document start>');
      this.#scanner.skip();
    }
    this.#state = isExplicit ? this.#documentContent : this.#blockNode;
    this.#waiting.push(this.#documentEnd);
    return event('document start');
  }

  readonly #blockNode: State = () => this.#node(true, false);

  readonly #documentContent: State = () => {
    const kind = this.#kind;
    const isEmpty = kind.endsWith('directive') || kind.startsWith('document') || kind === 'stream end';
    if (!isEmpty) return this.#node(true, false);
    this.#resume();
    return EMPTY;
  };

  /** Looks at what comes next, as libyaml does: a mistake there is found. */
  readonly #documentEnd: State = () => {
    this.#scanner.peek();
    return event('document end');
  };

  #node(isBlock: boolean, mayBeIndentless: boolean): Event {
    const first = this.#scanner.peek();
    if (first.kind === 'alias') {
      this.#resume();
      this.#scanner.skip();
      return event('alias', first.value);
    }
    const { anchor, tag } = this.#properties();
    const { kind, value, plain } = this.#scanner.peek();
    if (mayBeIndentless && kind === 'block entry') {
      this.#state = this.#indentlessEntry;
      return event('sequence start', anchor, tag);
    }
    if (kind === 'scalar') {
      this.#resume();
      this.#scanner.skip();
      return event('scalar', anchor, tag, value, (tag === '' && plain) || tag === '!');
    }
    const inside = this.#collection(isBlock);
    if (inside) {
      this.#scanner.skip();
      this.#state = inside;
      return event(kind.includes('sequence') ? 'sequence start' : 'mapping start', anchor, tag);
    }
    if (anchor !== undefined || tag !== '') {
      this.#resume();
      return event('scalar', anchor, tag, '', tag === '');
    }
    return this.#fail('did not find expected node content');
  }

  /** How the collection that begins here goes on. */
  #collection(isBlock: boolean): State | undefined {
    switch (this.#kind) {
      case 'flow sequence start':
        return () => this.#flowSequenceEntry(true);
      case 'flow mapping start':
        return () => this.#flowMappingKey(true);
      case 'block sequence start':
        return isBlock ? this.#blockSequenceEntry : undefined;
      case 'block mapping start':
        return isBlock ? this.#blockMappingKey : undefined;
      default:
        return undefined;
    }
  }

  /** Reads an anchor and a tag, in any order. */
  #properties(): { readonly anchor: string | undefined; readonly tag: string } {
    let anchor: string | undefined;
    let tag: string | undefined;
    let problem = false;
    let line = 0;
    for (let next = this.#scanner.peek(); ; next = this.#scanner.peek()) {
      if (next.kind === 'anchor' && anchor === undefined) anchor = next.value;
      else if (next.kind === 'tag' && tag === undefined) {
        tag = this.#tags.resolve(next.value, next.suffix);
        problem = tag === undefined;
        tag ??= '';
        line = next.line;
      } else break;
      this.#scanner.skip();
    }
    if (problem) throw parserProblem(line, 'found undefined tag handle');
    return { anchor, tag: tag ?? '' };
  }

  readonly #blockSequenceEntry: State = () => {
    const kind = this.#kind;
    if (kind === 'block end') return this.#end('sequence end');
    if (kind !== 'block entry') return this.#fail("did not find expected '-' indicator");
    const next = this.#pass();
    if (next === 'block entry' || next === 'block end') return this.#emptyThen(this.#blockSequenceEntry);
    return this.#nodeThen(this.#blockSequenceEntry, true);
  };

  /** Items that are indented no further than the key of their list. */
  readonly #indentlessEntry: State = () => {
    if (this.#kind !== 'block entry') {
      this.#resume();
      return event('sequence end');
    }
    const next = this.#pass();
    if (next === 'block entry' || next === 'key' || next === 'value' || next === 'block end')
      return this.#emptyThen(this.#indentlessEntry);
    return this.#nodeThen(this.#indentlessEntry, true);
  };

  readonly #blockMappingKey: State = () => {
    const kind = this.#kind;
    if (kind === 'block end') return this.#end('mapping end');
    if (kind !== 'key') return this.#fail('did not find expected key');
    const next = this.#pass();
    if (next === 'key' || next === 'value' || next === 'block end')
      return this.#emptyThen(this.#blockMappingValue);
    return this.#nodeThen(this.#blockMappingValue, true, true);
  };

  readonly #blockMappingValue: State = () => {
    if (this.#kind !== 'value') return this.#emptyThen(this.#blockMappingKey);
    const next = this.#pass();
    if (next === 'key' || next === 'value' || next === 'block end')
      return this.#emptyThen(this.#blockMappingKey);
    return this.#nodeThen(this.#blockMappingKey, true, true);
  };

  /** Passes over the comma before an entry. @returns the kind of what follows; undefined at the end of the collection */
  #flowEntry(isFirst: boolean, end: TokenKind, bracket: string): TokenKind | undefined {
    let kind = this.#kind;
    if (kind === end) return undefined;
    if (!isFirst) {
      if (kind !== 'flow entry') return this.#fail(`did not find expected ',' or '${bracket}'`);
      kind = this.#pass();
    }
    return kind === end ? undefined : kind;
  }

  #flowSequenceEntry(isFirst: boolean): Event {
    const kind = this.#flowEntry(isFirst, 'flow sequence end', ']');
    if (kind === undefined) return this.#end('sequence end');
    if (kind !== 'key') return this.#nodeThen(this.#nextFlowItem, false);
    this.#scanner.skip();
    this.#state = this.#flowPairKey;
    return event('mapping start');
  }

  readonly #nextFlowItem: State = () => this.#flowSequenceEntry(false);

  /** `[a: b]` is a list of a map. A token that takes the place of the key is passed over, as libyaml does. */
  readonly #flowPairKey: State = () => {
    const kind = this.#kind;
    if (kind !== 'value' && kind !== 'flow entry' && kind !== 'flow sequence end')
      return this.#nodeThen(this.#flowPairValue, false);
    this.#scanner.skip();
    return this.#emptyThen(this.#flowPairValue);
  };

  readonly #flowPairValue: State = () => {
    if (this.#kind === 'value') {
      const next = this.#pass();
      if (next !== 'flow entry' && next !== 'flow sequence end')
        return this.#nodeThen(this.#flowPairEnd, false);
    }
    return this.#emptyThen(this.#flowPairEnd);
  };

  readonly #flowPairEnd: State = () => {
    this.#scanner.peek();
    this.#state = this.#nextFlowItem;
    return event('mapping end');
  };

  #flowMappingKey(isFirst: boolean): Event {
    const kind = this.#flowEntry(isFirst, 'flow mapping end', '}');
    if (kind === undefined) return this.#end('mapping end');
    if (kind !== 'key') return this.#nodeThen(this.#flowNothing, false);
    const next = this.#pass();
    if (next === 'value' || next === 'flow entry' || next === 'flow mapping end')
      return this.#emptyThen(this.#flowMappingValue);
    return this.#nodeThen(this.#flowMappingValue, false);
  }

  readonly #nextFlowKey: State = () => this.#flowMappingKey(false);

  /** `{a}` is `{a: null}`. */
  readonly #flowNothing: State = () => {
    this.#scanner.peek();
    return this.#emptyThen(this.#nextFlowKey);
  };

  readonly #flowMappingValue: State = () => {
    if (this.#kind === 'value') {
      const next = this.#pass();
      if (next !== 'flow entry' && next !== 'flow mapping end')
        return this.#nodeThen(this.#nextFlowKey, false);
    }
    return this.#emptyThen(this.#nextFlowKey);
  };
}
