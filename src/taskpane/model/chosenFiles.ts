import type { FileError } from "../../domain/findings";
import type { ManualMapping } from "../../domain/forms/mapping";
import type { WorkbookContent } from "../../domain/grid";
import type { Contribution } from "../planProtocol";
import type { NamedReading } from "../readFiles";

/** A file that the user chose for merging. */
export type ChosenFile =
  | {
      readonly name: string;
      readonly workbook: WorkbookContent;
      /** The user's answer where nothing in the file says whose it is. */
      readonly unit: string | null;
      /** True: the user wants it although it states another round. */
      readonly anyRound: boolean;
      /** What the user said about the columns of its tables. */
      readonly mappings: readonly ManualMapping[];
      /** Names of other files that were chosen and have the same content: they were not taken. */
      readonly sameContent: readonly string[];
    }
  | { readonly name: string; readonly error: FileError };

/**
 * Adds what was read to the files chosen before. A file with the same content as another is taken once, and said
 * so; files of one name but different content are told apart as `bieu.xlsx`, `bieu (2).xlsx`, since units often send the
 * same name.
 */
export function addReadings(
  files: readonly ChosenFile[],
  readings: readonly NamedReading[]
): readonly ChosenFile[] {
  return readings.reduce<readonly ChosenFile[]>((chosen, reading) => {
    const others = chosen.filter((file) => !("error" in file && file.name === reading.name));
    if (!reading.ok) return [...others, { name: reading.name, error: reading.error }];
    const { workbook } = reading;
    const same = others.find((file) => workbook.sha256 !== null && sha256Of(file) === workbook.sha256);
    if (same) return others.map((file) => (file === same ? withSame(file, reading.name) : file));
    const name = freeName(reading.name, others);
    return [
      ...others,
      {
        name,
        workbook: { ...workbook, file: name },
        unit: null,
        anyRound: false,
        mappings: [],
        sameContent: [],
      },
    ];
  }, files);
}

export function contributionsOf(files: readonly ChosenFile[]): readonly Contribution[] {
  return files.flatMap((file) => {
    if ("error" in file) return [];
    const { workbook, unit, anyRound, mappings } = file;
    return [{ workbook, unit, anyRound, mappings }];
  });
}

function withSame(file: ChosenFile, name: string): ChosenFile {
  return "error" in file ? file : { ...file, sameContent: [...new Set([...file.sameContent, name])] };
}

function sha256Of(file: ChosenFile): string | null {
  return "error" in file ? null : file.workbook.sha256;
}

function freeName(name: string, files: readonly ChosenFile[]): string {
  const taken = new Set(files.map((file) => file.name));
  const [, stem = name, extension = ""] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
  const candidate = (count: number): string => (count === 1 ? name : `${stem} (${count})${extension}`);
  let count = 1;
  while (taken.has(candidate(count))) count += 1;
  return candidate(count);
}
