import { expect } from 'chai';
import fc from 'fast-check';
import { choosing, hashOf, placeIn } from './place';

describe('the place that an address says', () => {
  it('is the first page where it says nothing', () => {
    for (const hash of ['', '#']) expect(placeIn(hash)).to.deep.equal({ id: '', chosen: new Map() });
  });

  it('is something in the page, with what is chosen there', () => {
    expect(placeIn('#register?subject=taints&lang=ko')).to.deep.equal({
      id: 'register',
      chosen: new Map([
        ['subject', 'taints'],
        ['lang', 'ko'],
      ]),
    });
    expect(placeIn('#rolling-update/budget:42/3/7').id).to.equal('rolling-update/budget:42/3/7');
  });

  it('is the playground with a text', () => {
    expect(placeIn('#play=q1Y-_w?lang=ko')).to.deep.equal({
      id: 'play',
      packed: 'q1Y-_w',
      chosen: new Map([['lang', 'ko']]),
    });
  });

  it('survives what browsers and people do to addresses', () => {
    expect(placeIn('#%EB%85%B8%EB%93%9C/a').id).to.equal('노드/a');
    expect(placeIn('#100%').id).to.equal('100%');
  });

  it('is found again by the address that is made of it', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((each) => !/[?#]|^play=/.test(each));
    fc.assert(
      fc.property(text, fc.dictionary(text, text), (id, chosen) => {
        const place = { id, chosen: new Map(Object.entries(chosen)) };
        expect(placeIn(hashOf(place))).to.deep.equal(place);
      }),
    );
  });

  it('forgets what is no longer chosen', () => {
    const place = placeIn('#register?verdict=holds');
    expect(hashOf(choosing(place, 'verdict', undefined))).to.equal('#register');
    expect(hashOf(choosing(place, 'lang', 'ko'))).to.equal('#register?verdict=holds&lang=ko');
  });
});
