import { type Attachment, AttachmentContentEncoding, type Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import { parseFeature } from '../catalogue/features';
import { FILM } from '../film/film';
import { withAuthorities, withDescriptions } from './html';

const feature = `Feature: Nodes
  Words.
  Rule: A node gets a pod
    # Authority: pkg/controller/daemon/daemon_controller.go manage; measured
    It takes a second.
    Example: a node joins
      When node "east-1" joins
  Rule: A node gets one pod
    # Authority: kubernetes#70458
    Example: a node of old
      When 1 day passes
  Rule: A node keeps its pod
    # nobody knows why
    Example: a day later
      When 1 day passes
`;

const [gherkinDocument] = parseFeature(feature, 'features/a.feature').documents;

const attachmentOf = (mediaType: string): Attachment => ({
  body: 'anything',
  contentEncoding: AttachmentContentEncoding.IDENTITY,
  mediaType,
});

describe('the page of a run', () => {
  it('says below every rule where its truth comes from', () => {
    const shown = withDescriptions({ gherkinDocument }).gherkinDocument;
    expect(shown?.feature?.children.map(({ rule }) => rule?.description.trim())).to.deep.equal([
      'It takes a second.\n\n*Authority:* `pkg/controller/daemon/daemon_controller.go manage`; measured',
      '*Authority:* kubernetes#70458',
      '',
    ]);
    expect(gherkinDocument?.feature?.children[1]?.rule?.description).to.equal('');
  });

  it('is told everything else as it is', () => {
    const other: Envelope = { testCase: { id: '1', pickleId: '2', testSteps: [] } };
    expect(withDescriptions(other)).to.equal(other);
  });

  it('is written by the formatter that it is given, with all that it is given but films', () => {
    const seen: Envelope[] = [];
    const page = withAuthorities({
      type: 'formatter',
      formatter: ({ on }) => on('message', (message) => seen.push(message)),
    });
    page.formatter({
      on: (_key, handler) => {
        handler({ gherkinDocument });
        for (const mediaType of [FILM, 'text/plain']) handler({ attachment: attachmentOf(mediaType) });
      },
    });
    expect(page.type).to.equal('formatter');
    expect(seen).to.have.length(2);
    expect(seen[1]).to.deep.equal({ attachment: attachmentOf('text/plain') });
    expect(seen[0]?.gherkinDocument?.feature?.children[1]?.rule?.description).to.contain('#70458');
  });
});
