import { expect } from 'chai';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { Markdown } from './markdown';

const html = (text: string): string => render(h(Markdown, { text }));

describe('the Markdown of descriptions', () => {
  it('has paragraphs, code, strong and emphasis', () => {
    expect(html('A `maxSurge` is **two**,\n  or *three*.\n\nNo more.')).to.equal(
      '<p>A <code>maxSurge</code> is <strong>two</strong>, or <em>three</em>.</p><p>No more.</p>',
    );
  });

  it('has lists', () => {
    expect(html('- one\n- two,\n  and more')).to.equal('<ul><li>one</li><li>two, and more</li></ul>');
  });

  it('leaves names and sums alone', () => {
    for (const text of ['node_name_of', '2 * 3 * 4', '*', '**', '` `'.trim()])
      expect(html(text)).to.equal(`<p>${text}</p>`);
  });

  it('lets nothing through that is not text', () => {
    expect(html('<b>`<i>`</b>')).to.equal('<p>&lt;b><code>&lt;i></code>&lt;/b></p>');
  });
});
