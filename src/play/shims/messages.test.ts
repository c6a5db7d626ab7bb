import * as messages from '@cucumber/messages';
import { expect } from 'chai';
import * as shim from './messages';

describe('what stands in the place of the messages of Cucumber', () => {
  it('has the same values', () => {
    const { IdGenerator, ...enums } = shim;
    for (const [name, values] of Object.entries(enums))
      expect(values, name).to.deep.equal(new Map(Object.entries(messages)).get(name));
    const next = IdGenerator.uuid();
    expect(next()).not.to.equal(next());
  });
});
