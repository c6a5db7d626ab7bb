import { expect } from 'chai';
import type { PodSpec } from '../../kubernetes/kinds/pod/pod';
import { beginRun, endRun, runsOf } from './containerRuns';
import type { ContainerRun } from './local';
import { nextActions } from './podActions';
import { phaseOf } from './podPhase';

const spec = (inits: readonly string[], restartPolicy = 'Always'): PodSpec => ({
  restartPolicy,
  initContainers: inits.map((name) =>
    name.startsWith('side') ? { name, restartPolicy: 'Always' } : { name },
  ),
  containers: [{ name: 'main' }, { name: 'other' }],
});

describe('what is to be done for a pod', () => {
  let pod = spec([]);
  let runs: readonly ContainerRun[] = [];
  const begin = (next: PodSpec): void => {
    pod = next;
    runs = runsOf(pod);
  };
  const named = (name: string): ContainerRun =>
    runs.find((run) => run.container.name === name) as ContainerRun;
  const run = (name: string, started = true): void => {
    beginRun(named(name), 1000);
    named(name).started = started;
  };
  const end = (name: string, code: number): void => endRun(named(name), code, 2000);
  const next = (): string => {
    const { start, isOver } = nextActions(pod, runs);
    return isOver ? 'over' : start.map(({ container }) => container.name).join(', ') || 'nothing';
  };
  const phase = () => phaseOf(pod, runs);

  it('is to start all of its containers, and none twice', () => {
    begin(spec([]));
    expect([next(), phase()]).to.deep.equal(['main, other', 'Pending']);
    run('main');
    expect([next(), phase()]).to.deep.equal(['other', 'Pending']);
    run('other');
    expect([next(), phase()]).to.deep.equal(['nothing', 'Running']);
  });

  it('is to start anew what has ended, and it runs all the while', () => {
    begin(spec([]));
    for (const name of ['main', 'other']) run(name);
    for (const name of ['main', 'other']) end(name, 0);
    expect([next(), phase()]).to.deep.equal(['main, other', 'Running']);
  });

  it('is over when all have ended that are not started anew', () => {
    begin(spec([], 'OnFailure'));
    for (const name of ['main', 'other']) run(name);
    end('main', 0);
    expect([next(), phase()]).to.deep.equal(['nothing', 'Running']);
    end('other', 1);
    expect([next(), phase()]).to.deep.equal(['other', 'Running']);
    run('other');
    end('other', 0);
    expect([next(), phase()]).to.deep.equal(['over', 'Succeeded']);
  });

  it('has failed if one of them has', () => {
    begin(spec([], 'Never'));
    for (const name of ['main', 'other']) run(name);
    end('main', 0);
    end('other', 1);
    expect([next(), phase()]).to.deep.equal(['over', 'Failed']);
  });

  it('is to start init containers one after the other, and then the rest', () => {
    begin(spec(['first', 'second']));
    expect(next()).to.equal('first');
    run('first');
    expect([next(), phase()]).to.deep.equal(['nothing', 'Pending']);
    end('first', 1);
    expect([next(), phase()]).to.deep.equal(['first', 'Pending']);
    run('first');
    end('first', 0);
    expect(next()).to.equal('second');
    run('second');
    end('second', 0);
    expect(next()).to.equal('main, other');
  });

  it('is over if an init container fails that is not started anew', () => {
    begin(spec(['first'], 'Never'));
    run('first');
    end('first', 1);
    expect([next(), phase()]).to.deep.equal(['over', 'Failed']);
  });

  it('is to wait for a sidecar until it has started, and no longer', () => {
    begin(spec(['side', 'first']));
    expect(next()).to.equal('side');
    run('side', false);
    expect([next(), phase()]).to.deep.equal(['nothing', 'Pending']);
    run('side');
    expect(next()).to.equal('first');
  });

  it('is to start a sidecar anew at any time, but not for itself alone', () => {
    begin(spec(['side', 'first'], 'Never'));
    run('side');
    run('first');
    end('first', 0);
    end('side', 1);
    expect(next()).to.equal('side, main, other');
    for (const name of ['main', 'other']) run(name);
    expect([next(), phase()]).to.deep.equal(['side', 'Running']);
    for (const name of ['main', 'other']) end(name, 0);
    expect([next(), phase()]).to.deep.equal(['over', 'Succeeded']);
  });
});
