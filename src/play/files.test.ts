import { expect } from 'chai';
import { FolderError } from '../run/files';
import { filesFrom } from './files';

const FEATURE = 'features/agents/logs.feature';

describe('files that are at hand as texts', () => {
  const files = filesFrom({
    'agent.yaml': 'at the top',
    'features/agents/agent.yaml': 'beside',
    'features/manifests/shipper.yaml': 'elsewhere',
  });

  it('are looked for beside the feature first', () => {
    expect(files.read('agent.yaml', FEATURE)).to.equal('beside');
    expect(files.read('agent.yaml', 'playground.feature')).to.equal('at the top');
  });

  it('are found by paths that go up and down', () => {
    expect(files.read('../manifests/./shipper.yaml', FEATURE)).to.equal('elsewhere');
    expect(files.read('features/manifests/shipper.yaml', FEATURE)).to.equal('elsewhere');
  });

  it('are not there under another name, and folders are none', () => {
    expect(() => files.read('agents.yaml', FEATURE)).to.throw('There is no file "agents.yaml".');
    expect(() => files.read('../manifests', FEATURE)).to.throw(FolderError);
  });

  it('are told by name of the folder of a feature', () => {
    expect(files.beside(FEATURE)).to.deep.equal(['agent.yaml']);
  });
});
