import type {
  ICodeGenerator,
  IGeneratedCode,
  IJigsawLanguage,
  ILanguageKit
} from './tokens';

/**
 * Blockly comes with the first generator that is made of a table.
 */
const kit: ILanguageKit = {
  createGenerator: async table =>
    (await import('./tableLanguage')).createGenerator(table)
};

/**
 * Load the generator of a language, of ours or another extension's.
 */
export async function loadGenerator(
  language: IJigsawLanguage
): Promise<ICodeGenerator> {
  const generator = await language.load(kit);
  if (typeof generator?.generate !== 'function') {
    throw new Error(`The language '${language.id}' has no generator.`);
  }
  return {
    get cannot() {
      return generator.cannot;
    },
    generate: (workspace, options) =>
      checked(generator.generate(workspace, options), language)
  };
}

/**
 * What a generator gave, if the rest can work with it.
 */
function checked(
  program: IGeneratedCode,
  { id }: IJigsawLanguage
): IGeneratedCode {
  if (typeof program?.code !== 'string') {
    throw new Error(`The generator of the language '${id}' gave no code.`);
  }
  const { code, lines, missing } = program;
  return {
    code,
    lines: Array.isArray(lines) ? lines : [],
    missing: Array.isArray(missing) ? missing : [],
    failedBlock: report => {
      try {
        return program.failedBlock?.(report) ?? null;
      } catch (reason) {
        console.error(`The language '${id}' could not read an error:`, reason);
        return null;
      }
    }
  };
}
