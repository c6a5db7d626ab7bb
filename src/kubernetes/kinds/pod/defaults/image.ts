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

/** Images that may move are pulled every time, others when they are missing. */
export const pullPolicyOf = (image: string): 'Always' | 'IfNotPresent' =>
  tagOf(image) === 'latest' && image !== '' ? 'Always' : 'IfNotPresent';
