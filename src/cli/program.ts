/** The command line: `bieu-su template | check | merge | reply | progress | report`. Contracts in README. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type Language, LANGUAGE_IDS } from "../domain/findings";
import { isoDate } from "../domain/values/dates";
import { deAn02 } from "../schemes";
import { CallError } from "./callError";
import { EXIT } from "./exit";
import { printable } from "./printable";

const scheme = deAn02;

interface CommonOptions {
  readonly json?: boolean;
  readonly lang: Language;
  readonly asOf: string;
}

/** Each command loads what it needs: starting must not take longer than the work. */
async function main(args: readonly string[]): Promise<number> {
  let exit: number = EXIT.ok;
  const program = new Command("bieu-su")
    .description("Biểu Sử: lập, kiểm tra, tổng hợp Biểu 01, Biểu 02 và tính tiến độ Đề án 02-ĐA/TU")
    .version(process.env["BIEU_SU_VERSION"] ?? "0")
    .exitOverride()
    // It repeats the arguments, and names of files are some.
    .configureOutput({ outputError: (message, write) => write(`${printable(message.trimEnd())}\n`) })
    .configureHelp({ sortSubcommands: false });

  withCommon(program.command("template"))
    .description("tạo biểu mẫu cho một đơn vị (--unit) hoặc mọi đơn vị (--all)")
    .option("--unit <id>", "mã đơn vị, ví dụ ha-lang", unitId)
    .option("--all", "mỗi đơn vị một tệp, ghi vào thư mục -o")
    .option("--round <id>", "đợt báo cáo, ví dụ khao-sat-2023 hoặc hang-nam-2025", roundId)
    .requiredOption("-o, --output <path>", "tệp .xlsx, hoặc thư mục khi dùng --all")
    .action(async (options: CommonOptions & TemplateFlags) => {
      const { runTemplate } = await import("./template");
      exit = await runTemplate({ scheme, ...options });
    });

  withCommon(program.command("check"))
    .description("kiểm tra từng dòng của các tệp")
    .argument("<paths...>", "tệp hoặc thư mục")
    .option("--unit <id>", "đơn vị của các tệp", unitId)
    .option("--round <id>", "đợt báo cáo", roundId)
    .action(async (paths: string[], options: CommonOptions & { unit?: string; round?: string }) => {
      const { runCheck } = await import("./check");
      exit = await runCheck({ paths, ...options });
    });

  withCommon(program.command("merge"))
    .description("tổng hợp tệp của các đơn vị thành một sổ tính")
    .argument("<paths...>", "tệp hoặc thư mục")
    .requiredOption("-o, --output <file>", "sổ tính tổng hợp, .xlsx")
    .option("--into <file>", "sổ tính tổng hợp lần trước")
    .option("--round <id>", "đợt báo cáo", roundId)
    .option("--dry-run", "chỉ lập phương án, không ghi tệp")
    .option("--accept-other-rounds", "lấy cả tệp ghi là của đợt khác")
    .action(async (paths: string[], options: CommonOptions & MergeFlags) => {
      const { runMerge } = await import("./merge");
      exit = await runMerge({ scheme, paths, ...options });
    });

  withCommon(program.command("reply"))
    .description("lập tệp trả lời cho từng đơn vị: biểu của đơn vị kèm ghi chú và đề nghị chỉnh sửa")
    .argument("<paths...>", "tệp hoặc thư mục")
    .requiredOption("-o, --output <path>", "tệp .zip, hoặc thư mục đã có")
    .option("--round <id>", "đợt báo cáo", roundId)
    .action(async (paths: string[], options: CommonOptions & { output: string; round?: string }) => {
      const { runReply } = await import("./reply");
      exit = await runReply({ scheme, paths, ...options });
    });

  withCommon(program.command("progress"))
    .description("tính tiến độ so với chỉ tiêu từ sổ tính tổng hợp")
    .argument("<file>", "sổ tính tổng hợp, .xlsx")
    .action(async (file: string, options: CommonOptions) => {
      const { runProgress } = await import("./progress");
      exit = await runProgress({ scheme, file, ...options });
    });

  withCommon(program.command("report"))
    .description("viết báo cáo theo đề cương từ sổ tính tổng hợp")
    .argument("<file>", "sổ tính tổng hợp, .xlsx")
    .requiredOption("-o, --output <file>", "tệp báo cáo, .docx")
    .option("--text", "ghi báo cáo thành văn bản thường để sao chép")
    .action(async (file: string, options: CommonOptions & { output: string; text?: boolean }) => {
      const { runReport } = await import("./report");
      exit = await runReport({ scheme, file, ...options });
    });

  try {
    await program.parseAsync([...args], { from: "user" });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.unusable;
    if (!(error instanceof CallError)) throw error;
    process.stderr.write([error.message, ...error.details].map((line) => `${printable(line)}\n`).join(""));
    return EXIT.unusable;
  }
}

interface TemplateFlags {
  readonly unit?: string;
  readonly all?: boolean;
  readonly round?: string;
  readonly output: string;
}

interface MergeFlags {
  readonly output: string;
  readonly into?: string;
  readonly round?: string;
  readonly dryRun?: boolean;
  readonly acceptOtherRounds?: boolean;
}

function withCommon(command: Command): Command {
  return command
    .option("--json", "in đúng một tài liệu JSON ra stdout")
    .addOption(new Option("--lang <lang>", "ngôn ngữ của thông báo").choices(LANGUAGE_IDS).default("vi"))
    .option("--as-of <YYYY-MM-DD>", "coi ngày này là hôm nay", day, localToday());
}

function unitId(id: string): string {
  if (scheme.units.some((unit) => unit.id === id)) return id;
  throw new InvalidArgumentError(
    `Không có đơn vị “${id}”. Chọn một trong: ${scheme.units.map((u) => u.id).join(", ")}.`
  );
}

function roundId(id: string): string {
  if (scheme.round(id)) return id;
  throw new InvalidArgumentError(`Không có đợt báo cáo “${id}”. Ví dụ: khao-sat-2023, hang-nam-2025.`);
}

function day(text: string): string {
  const [year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1).map(Number) ?? [];
  const iso = isoDate(year ?? NaN, month ?? NaN, dayOfMonth ?? NaN);
  if (iso) return iso;
  throw new InvalidArgumentError(`“${text}” không phải ngày dạng YYYY-MM-DD, ví dụ 2023-05-30.`);
}

function localToday(): string {
  const now = new Date();
  return isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? "";
}

/** Runs the command of this process, whose status it sets. */
export function runProgram(): void {
  main(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      const account = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const lines = `Lỗi của chương trình: ${account}`.split("\n");
      process.stderr.write(lines.map((line) => `${printable(line)}\n`).join(""));
      process.exitCode = EXIT.unusable;
    }
  );
}
