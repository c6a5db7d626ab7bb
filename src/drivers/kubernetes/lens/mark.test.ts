import { expect } from 'chai';
import { LABEL_LENGTH, Mark, suffixOf } from './mark';

const mark = new Mark(suffixOf('k3x9', 1));

describe('A mark', () => {
  it('stands at the end of a name, and can be taken out of any text', () => {
    expect(mark.put('east-1')).to.equal('east-1-k3x9-1');
    expect(mark.takeOut('Node east-1-k3x9-1 event: east-1-k3x9-1.18f2 of demo-k3x9-1/x')).to.equal(
      'Node east-1 event: east-1.18f2 of demo/x',
    );
  });

  it('is not that of another example that begins with it', () => {
    expect(mark.isIn('east-1-k3x9-12')).to.equal(false);
    expect(mark.takeOut('east-1-k3x9-12')).to.equal('east-1-k3x9-12');
    expect(mark.isOfSameRun('example.com-k3x9-12')).to.equal(true);
    expect(mark.isOfSameRun('example.com-k4x9-12')).to.equal(false);
  });

  it('finds room in a long name, the same each time, and gives the whole name back', () => {
    const long = 'a'.repeat(LABEL_LENGTH);
    const short = mark.put(long, LABEL_LENGTH);
    expect(short).to.have.length(LABEL_LENGTH);
    expect(new Mark('-k3x9-1').put(long, LABEL_LENGTH)).to.equal(short);
    expect(mark.put(`${long.slice(1)}b`, LABEL_LENGTH)).not.to.equal(short);
    expect(mark.takeOut(`namespaces "${short}" not found`)).to.equal(`namespaces "${long}" not found`);
  });

  it('leaves a name that is too long to the server, which refuses it for that', () => {
    const long = 'a'.repeat(LABEL_LENGTH + 1);
    expect(mark.put(long, LABEL_LENGTH)).to.equal(long);
  });

  it('consists of what may stand in every name', () => {
    for (const suffix of ['', 'k3x9-1', '-k3x9', '-K3x9-1', '-k3x9k3x9k-1', '-k3.9-1'])
      expect(() => new Mark(suffix), suffix).to.throw('cannot mark names');
  });
});
