import type { ComponentChild, VNode } from 'preact';
import { Whole } from './whole';

const INLINE = /`(?!\s*`)([^`]+)`|\*\*([^*]+)\*\*|(?<![\w*])[*_]([^*_\s][^*_]*)[*_](?![\w*])/g;

/** `code`, **strong** and *emphasis*; all else is text. */
const inline = (text: string): readonly ComponentChild[] => {
  const parts: ComponentChild[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, strong, emphasis] = match;
    parts.push(text.slice(at, match.index));
    if (code !== undefined)
      parts.push(
        <code>
          <Whole of={code} />
        </code>,
      );
    else if (strong !== undefined) parts.push(<strong>{strong}</strong>);
    else parts.push(<em>{emphasis}</em>);
    at = match.index + whole.length;
  }
  return [...parts, text.slice(at)];
};

const ITEM = /^\s*[-*]\s+/;

const block = (text: string): VNode => {
  const lines = text.split('\n');
  if (!lines.every((line) => ITEM.test(line) || /^\s{2,}\S/.test(line)) || !ITEM.test(text))
    return <p>{inline(lines.map((line) => line.trim()).join(' '))}</p>;
  const items = text.split(/\n(?=\s*[-*]\s)/).map((item) => item.replace(ITEM, '').replace(/\s*\n\s*/g, ' '));
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{inline(item)}</li>
      ))}
    </ul>
  );
};

/** As much of Markdown as descriptions of features have: paragraphs, lists, code, strong, emphasis. */
export const Markdown = ({ text }: { readonly text: string }): VNode => (
  <>
    {text
      .split(/\n\s*\n/)
      .filter((each) => each.trim() !== '')
      .map(block)}
  </>
);
