/**
 * The tag an image reference asks for: `latest` where it names none and no digest either.
 * A port in the registry's name is no tag.
 */
export const tagOf = (image: string): string => {
  const name = image.slice(image.lastIndexOf('/') + 1);
  const [tagged = '', digest] = name.split('@');
  const colon = tagged.indexOf(':');
  if (colon >= 0) return tagged.slice(colon + 1);
  return digest === undefined ? 'latest' : '';
};

const NAME = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const HOST = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const DOMAIN = `(?:${HOST}(?:\\.${HOST})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const REFERENCE = new RegExp(`^(?:${DOMAIN}/)?${NAME}(?:/${NAME})*(?::\\w[\\w.-]{0,127})?(?:@${DIGEST})?$`);

/**
 * Images that may move are pulled every time, others when they are missing; so is what is no image's name, such as
 * `AGENT_IMAGE`, a place to be filled in.
 * @see pkg/util/parsers/parsers.go ParseImageName
 */
export const pullPolicyOf = (image: string): 'Always' | 'IfNotPresent' =>
  tagOf(image) === 'latest' && REFERENCE.test(image) ? 'Always' : 'IfNotPresent';
