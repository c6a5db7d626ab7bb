import { expect } from 'chai';
import { readArguments } from '../support/arguments';
import { SERVE_FLAGS, serveOptionsIn } from './options';

const optionsFor = (...argv: readonly string[]) => serveOptionsIn(readArguments(argv, SERVE_FLAGS));

describe('the options of a server', () => {
  it('are those of this machine alone by default', () => {
    expect(optionsFor()).to.deep.equal({
      host: '127.0.0.1',
      port: 8011,
      nodes: 0,
      paused: false,
      disturbed: false,
    });
  });

  it('are taken as they are typed', () => {
    const typed =
      '--nodes 5 --seed 7 --port 0 --speed 60 --paused --disturbed --cluster a --cluster b --cluster a --token s3cret --host 0.0.0.0';
    expect(optionsFor(...typed.split(' '))).to.deep.equal({
      host: '0.0.0.0',
      port: 0,
      nodes: 5,
      seed: 7,
      speed: 60,
      paused: true,
      disturbed: true,
      clusters: ['a', 'b'],
      token: 's3cret',
    });
  });

  it('make a token that nobody can guess', () => {
    const [one, other] = [optionsFor('--token', 'auto').token, optionsFor('--token', 'auto').token];
    expect(one).to.match(/^[0-9a-f]{32}$/);
    expect(one).not.to.equal(other);
  });

  for (const [argv, message] of [
    ['--nodes many', '--nodes is "many". It takes a whole number from 0 to 5000, like 5.'],
    ['--nodes 5001', '--nodes is "5001". It takes a whole number from 0 to 5000, like 5.'],
    ['--port 65536', '--port is "65536". It takes a whole number from 0 to 65535, like 8011.'],
    ['--speed 0', '--speed is "0". It takes a number from 0.01 to 10000, like 60.'],
    ['--speed fast', '--speed is "fast". It takes a number from 0.01 to 10000, like 60.'],
    ['--seed 0', '--seed is "0". A seed is a positive whole number, like 7.'],
    [
      '--host 0.0.0.0',
      '--host 0.0.0.0: others could reach the clusters there. Say what clients have to show, with --token TOKEN, or --token auto.',
    ],
  ] as const)
    it(`make sense, not as in ${argv}`, () => {
      expect(() => optionsFor(...argv.split(' '))).to.throw(message);
    });
});
