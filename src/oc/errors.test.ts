import { expect } from 'chai';
import { resources } from '../kubernetes/kinds/resources';
import { ApiError, invalid, notFound } from '../kubernetes/refusals';
import { CommandError, describeFailure, fail, SeveralErrors, whileDoing } from './errors';

const cause = (field: string, message: string) => ({ reason: 'FieldValueInvalid', field, message });

describe('Failures on the terminal', () => {
  const refused = (...causes: ReturnType<typeof cause>[]) =>
    describeFailure(whileDoing(invalid(resources.daemonsets, 'a', causes), 'creating', 'a.yaml')).text;

  it('put one wrong field in one line', () => {
    expect(refused(cause('spec.x', 'Required value'))).to.equal(
      'The DaemonSet "a" is invalid: spec.x: Required value',
    );
  });

  it('list several wrong fields, each once', () => {
    expect(refused(cause('spec.x', 'bad'), cause('spec.y', 'worse'), cause('spec.x', 'bad'))).to.equal(
      'The DaemonSet "a" is invalid: \n* spec.x: bad\n* spec.y: worse',
    );
  });

  it('say what was done with which file', () => {
    const error = whileDoing(notFound(resources.namespaces, 'b'), 'creating', 'a.yaml');
    expect(describeFailure(error).text).to.equal(
      'Error from server (NotFound): error when creating "a.yaml": namespaces "b" not found',
    );
  });

  it('leave out the prefix when there are several', () => {
    const errors = new SeveralErrors([fail('one'), notFound(resources.pods, 'b')]);
    expect(describeFailure(errors)).to.deep.equal({
      text: 'one\nError from server (NotFound): pods "b" not found',
      exitCode: 1,
      isMisspelt: false,
    });
  });

  it('keep the exit code of a command', () => {
    expect(describeFailure(new CommandError('x: command not found', 127)).exitCode).to.equal(127);
  });

  it('say no more than the server about a refusal without a reason', () => {
    const error = new ApiError({ code: 404, reason: '', message: '404 page not found' });
    expect(describeFailure(error).text).to.equal('Error from server: 404 page not found');
  });

  it('do not hide a fault of the program', () => {
    expect(() => describeFailure(new TypeError('x is not a function'))).to.throw(TypeError);
  });
});
