import type { Published, PublishedSchema } from './published';

const GVK = 'x-kubernetes-group-version-kind';

/**
 * Every type as it is published, by name. Of types that belong to every group version, such as the options of
 * deletions, each document names others: these are left out.
 */
export const schemasOf = ({
  schemas,
}: Pick<Published, 'schemas'>): Readonly<Record<string, PublishedSchema>> =>
  Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, schema]) => {
        if (!/[.]meta[.]v1[.](DeleteOptions|WatchEvent)$/.test(name)) return [name, schema];
        const { [GVK]: _named, ...rest } = schema;
        return [name, rest];
      }),
  );
