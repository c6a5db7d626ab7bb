import { expect } from 'chai';
import { isPackage, typed } from './calledAs';

describe('how a command is typed', () => {
  it('is through npm in the folder of Rollcall', () => {
    expect(isPackage({})).to.equal(false);
    expect(typed('start', '', {})).to.equal('npm start');
    expect(typed('start', 'a.feature:3', {})).to.equal('npm start -- a.feature:3');
    expect(typed('steps', 'node', {})).to.equal('npm run steps -- node');
  });

  it('is by its own name where it is a package', () => {
    const env = { ROLLCALL_COMMAND: 'npx rollcall' };
    expect(isPackage(env)).to.equal(true);
    expect(typed('start', 'a.feature:3', env)).to.equal('npx rollcall a.feature:3');
    expect(typed('steps', '', env)).to.equal('npx rollcall steps');
  });
});
