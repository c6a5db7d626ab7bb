import { expect } from 'chai';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Whole } from './whole';

const shown = (text: string, most?: number): string => renderToString(h(Whole, { of: text, most }));

describe('text with names in it', () => {
  it('keeps a name whole, with what stands close to it', () => {
    expect(shown('pods of "log-agent", on "east-1"')).to.equal(
      'pods of <u>&quot;log-agent&quot;,</u> on <u>&quot;east-1&quot;</u>',
    );
    expect(shown('"log-agent"의 Pod')).to.equal('<u>&quot;log-agent&quot;의</u> Pod');
  });

  it('lets other words be, and dashes', () => {
    for (const text of ['the pods of web', 'one - two', '-n shop', '']) expect(shown(text)).to.equal(text);
  });

  it('lets a name break that may not fit', () => {
    const long = 'node-role.kubernetes.io/control-plane';
    expect(shown(long)).to.equal(long);
    expect(shown('control-1 east-1', 6)).to.equal('control-1 <u>east-1</u>');
  });
});
