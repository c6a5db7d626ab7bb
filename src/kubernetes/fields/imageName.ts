/** The parts of `registry.example.com:5000/shop/log-agent:v2@sha256:…`. */
interface ImageName {
  /** With registry and port: `registry.example.com:5000/shop/log-agent`. */
  readonly repository: string;
  /** The last part of the repository: `log-agent`. */
  readonly program: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** A colon after the last slash begins a tag; one before it, a port. */
export const readImage = (image: string): ImageName => {
  const [name = '', digest] = image.split('@');
  const lastSlash = name.lastIndexOf('/');
  const colon = name.indexOf(':', lastSlash + 1);
  const repository = colon < 0 ? name : name.slice(0, colon);
  return {
    repository,
    program: repository.slice(lastSlash + 1),
    ...(colon < 0 ? {} : { tag: name.slice(colon + 1) }),
    ...(digest === undefined ? {} : { digest }),
  };
};

/** The tag of an image or, if it has none, its digest; without either it is the latest. */
export const versionOf = (image: string): string => {
  const { tag, digest } = readImage(image);
  return tag ?? digest ?? 'latest';
};

/** Tells whether an image is of this version: by its tag or by its digest. */
export const isVersion = (image: string, version: string): boolean =>
  version === versionOf(image) || version === readImage(image).digest;

/** The same program in another version: another tag, or another digest. */
export const withVersion = (image: string, version: string): string =>
  isVersion(image, version)
    ? image
    : `${readImage(image).repository}${version.includes(':') ? '@' : ':'}${version}`;
