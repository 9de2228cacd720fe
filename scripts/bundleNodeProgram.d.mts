export function bundleNodeProgram(program: {
  readonly entry: string;
  readonly outfile: string;
  readonly define?: Readonly<Record<string, string>>;
}): Promise<void>;
