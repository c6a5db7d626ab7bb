import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { greeting, House, LINE_THAT_THROWS } from './house.testkit';

describe('the loader', function () {
  this.timeout(60_000);
  let house: House;

  beforeEach(() => {
    house = new House();
  });

  afterEach(() => house.remove());

  /** Runs the program; says whether the compiler was needed. */
  const runs = async (text: string, compiled: 'compiled' | 'from the cache') => {
    const said = await house.run();
    expect(said.text).to.equal(text);
    expect(said.compiled ? 'compiled' : 'from the cache').to.equal(compiled);
    return said;
  };

  /** The only cache there is, for who wants to break it. */
  const cache = (): string => {
    const [path = '', ...more] = house.caches();
    expect(more).to.deep.equal([]);
    return path;
  };

  it('compiles a file once', async () => {
    await runs('Hello, all!', 'compiled');
    await runs('Hello, all!', 'from the cache');
  });

  it('compiles a file that has changed, and the rest not', async () => {
    await runs('Hello, all!', 'compiled');
    house.write('greeting.ts', greeting('Good morning'));
    await runs('Good morning, all!', 'compiled');
    await runs('Good morning, all!', 'from the cache');
  });

  it('compiles everything anew when the settings of the compiler change', async () => {
    await runs('Hello, all!', 'compiled');
    house.write(
      'tsconfig.json',
      readFileSync(`${house.directory}/tsconfig.json`, 'utf8').replace('es2022', 'es2021'),
    );
    await runs('Hello, all!', 'compiled');
  });

  it('sees that a package was edited', async () => {
    await runs('Hello, all!', 'compiled');
    house.install('node_modules', '?');
    await runs('Hello, all?', 'from the cache');
  });

  it('sees that packages were installed', async () => {
    house.write('src/main/greeting.ts', greeting('Hello'));
    house.write('greeting.ts', `export * from './src/main/greeting';`);
    await runs('Hello, all!', 'compiled');
    house.install('src/node_modules', '?');
    house.write('node_modules/.package-lock.json', '{ "packages": {} }');
    await runs('Hello, all?', 'compiled');
  });

  const damages: Readonly<Record<string, (path: string) => void>> = {
    'with another byte in it': (path) => {
      const bytes = readFileSync(path);
      bytes[bytes.length >> 1] = 255 - (bytes[bytes.length >> 1] ?? 0);
      writeFileSync(path, bytes);
    },
    'cut short': (path) => truncateSync(path, 1000),
  };
  for (const [kind, damage] of Object.entries(damages)) {
    it(`passes over a cache ${kind}, and writes it anew`, async () => {
      await runs('Hello, all!', 'compiled');
      damage(cache());
      await runs('Hello, all!', 'compiled');
      await runs('Hello, all!', 'from the cache');
    });
  }

  it("keeps its cache with the user's where the folder of packages cannot be written", async () => {
    house.write('node_modules/.cache', 'no folder');
    await runs('Hello, all!', 'compiled');
    await runs('Hello, all!', 'from the cache');
  });

  it('does without a cache where nothing can be written', async () => {
    house.write('node_modules/.cache', 'no folder');
    house.write('home', 'no folder');
    await runs('Hello, all!', 'compiled');
    await runs('Hello, all!', 'compiled');
  });

  it('serves runs at the same time', async () => {
    const together = () => Promise.all(Array.from({ length: 4 }, () => house.run()));
    for (const { text } of await together()) expect(text).to.equal('Hello, all!');
    for (const { compiled } of await together()) expect(compiled).to.equal(false);
    cache();
  });

  it('names the lines of the source where an error comes from', async () => {
    const place = `at greet (${house.directory}/greeting.ts:${LINE_THAT_THROWS}:32)`;
    expect((await runs('Hello, all!', 'compiled')).stack).to.contain(place);
    expect((await runs('Hello, all!', 'from the cache')).stack).to.contain(place);
  });

  it('names no other lines when nobody catches the error', async () => {
    house.write('main.ts', `import { greet } from './greeting';\n\ngreet('nobody');\n`);
    for (let run = 0; run < 2; run++) {
      const failure = await house.run().then(
        () => '',
        ({ message }: Error) => message,
      );
      expect(failure).to.match(
        /^exit code 1: Error: There is nobody\.\n {4}at greet \(.*greeting\.ts:8:32\)\n/,
      );
    }
  });
});
