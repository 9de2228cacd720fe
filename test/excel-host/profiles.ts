/** The Excels that add-ins meet, by the ExcelApi version that each declares. */
export interface Profile {
  readonly name: string;
  readonly apiVersion: string;
}

export const PROFILES: readonly Profile[] = [
  { name: "Excel 2021", apiVersion: "1.14" },
  { name: "Excel LTSC 2024", apiVersion: "1.17" },
  { name: "Microsoft 365", apiVersion: "1.20" },
];
