import { expect } from 'chai';
import { Outcome } from './outcome';

const refused = { tried: 'oc delete ds agnet', output: '', refusal: 'not found' };
const done = { tried: 'oc get pods', output: 'No resources found' };

describe('how the last thing that was tried ended', () => {
  it('is known once something was tried', () => {
    const outcome = new Outcome();
    expect(() => outcome.look()).to.throw('Nothing has been run yet.');
    outcome.end(done);
    expect(outcome.look()).to.equal(done);
    expect(outcome.look()).to.equal(done);
  });

  it('is old as soon as something else is done', () => {
    const outcome = new Outcome();
    outcome.end(done);
    outcome.begin();
    expect(() => outcome.look()).to.throw('Something else was done since this was tried: oc get pods');
  });

  it('must be spoken of if it is a refusal', () => {
    const outcome = new Outcome();
    outcome.end(refused);
    const sentence = 'This was refused, and the example does not say so: oc delete ds agnet\nnot found';
    expect(() => outcome.begin()).to.throw(sentence);
    expect(() => outcome.checkSeen()).to.throw(sentence);
    outcome.look();
    expect(() => outcome.begin()).not.to.throw();
    expect(() => outcome.checkSeen()).not.to.throw();
  });
});
