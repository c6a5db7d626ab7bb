import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** The settings that the house is compiled with, as far as they concern TypeScript. */
const optionsOf = (house: string): ts.CompilerOptions => {
  const { config } = ts.readConfigFile(join(house, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config?.compilerOptions, house);
  return { ...options, noEmit: false, allowJs: false, checkJs: false };
};

const complaint = (house: string, { file, start = 0, messageText }: ts.Diagnostic): string => {
  const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 1;
  const why = ts.flattenDiagnosticMessageText(messageText, ' ');
  return `${relative(house, file?.fileName ?? '')}:${line}: Write out the type of what is exported. ${why}`;
};

/**
 * Writes a `.d.ts` for a module and for every module of this project that its types come from. Each is made from its text
 * alone, as `isolatedDeclarations` means it: that takes a second, where a whole program takes many.
 *
 * @param entry the module, an absolute path below `house`
 * @param folder where they go, in the folders that they have in `house`
 * @returns what is wrong: exports whose type is not written out
 */
export const writeDeclarations = (house: string, entry: string, folder: string): readonly string[] => {
  // JavaScript has no types to write out.
  const compilerOptions = { ...optionsOf(house), allowJs: false, checkJs: false };
  const modules = new Set([entry]);
  const problems: string[] = [];
  for (const module of modules) {
    const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(module, 'utf8'), {
      fileName: module,
      compilerOptions,
      reportDiagnostics: true,
    });
    problems.push(...diagnostics.map((each) => complaint(house, each)));
    const target = join(folder, relative(house, module).replace(/ts$/, 'd.ts'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, outputText);
    for (const { fileName } of ts.preProcessFile(outputText).importedFiles) {
      const { resolvedModule } = ts.resolveModuleName(fileName, module, compilerOptions, ts.sys);
      if (resolvedModule && !resolvedModule.isExternalLibraryImport)
        modules.add(resolvedModule.resolvedFileName);
    }
  }
  return problems;
};
