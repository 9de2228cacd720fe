import type { viCommandLine } from "./vi-VN";

/** The same texts in English. */
export const enCommandLine = {
  "cli.severity.error": "ERROR",
  "cli.severity.warning": "WARNING",
  "cli.severity.info": "HINT",
  "cli.rows": "{count} rows",
  "cli.moreFindings": "… and {count} more, counted but not printed. Correct those above and check again.",
  "cli.reading": "Reading file {done}/{total}: {file}",
  "cli.foldersInside":
    "Folders inside that were not read: {count} ({names}). To have their files read, name them in the command.",
  "cli.check.total":
    "Total: {files} files ({unreadable} unusable), {rows} rows, {errors} errors, {warnings} warnings, {infos} hints.",
  "cli.template.unitOrAll": "Use either --unit ID or --all.",
  "cli.template.noRound": "Choose a round with --round.",
  "cli.file.missing": "There is no file {path}. Check the path.",
  "cli.file.misnamed":
    "The file {path} cannot be opened: its name has characters that are not UTF-8. Rename it and try again.",
  "cli.file.notReadable":
    "The file {path} cannot be opened ({code}). Check its path, and that you may read it.",
  "cli.file.folder":
    "{path} is a folder that cannot be read here. Check that you may read it, or name the file itself.",
  "cli.file.notAFile": "{path} is not a file. Name a file or a folder.",
  "cli.file.tooLarge":
    "The file {path} is larger than {megabytes} MB. Remove pictures and sheets that are not needed and save it again.",
  "cli.file.notWritten": "The file {path} cannot be written: {reason}",
  "cli.merge.tooMuch":
    "The merged tables have {rows} rows: {path} could not be read again when the next reports are merged into it. Nothing was written. Merge fewer files at a time, each time into a workbook of its own.",
  "cli.merge.outputIsInput": "The output {path} is also a unit’s file. Choose another name for -o.",
  "cli.merge.notMerged":
    "The file {file} is not a merged workbook made by Biểu Sử. Make one with bieu-su merge.",
  "cli.unread":
    "Row that cannot be read and is not counted: sheet “{sheet}”, row {row}: {reason}. Fill it in in the workbook and run this again.",
  "cli.merge.accounted": "Read {read} rows: {merged} merged, {duplicate} duplicate, {rejected} rejected.",
  "cli.merge.conflict": "TO DECIDE {unit} · {label} · {column}: keeps “{ours}”, {file} says “{theirs}”",
  "cli.merge.unsent": "Row no longer sent, kept: {unit}, “{label}”",
  "cli.merge.beside": "Written beside an earlier table, not in the new file: {sheet}!{address}",
  "cli.merge.unread":
    "Row of the earlier tables that cannot be read, not in the new file: sheet “{sheet}”, row {row}: {reason}. Fill it in in the earlier workbook and run this again.",
  "cli.merge.missing": "Not sent yet: {units}",
  "cli.merge.dryRun": "Dry run: nothing was written.",
  "cli.merge.written": "Written: {path}",
  "cli.progress.asOf": "Progress as of {date}",
  "cli.progress.target": "{title}: {done}/{denominator} = {percent} (goal {goal} = {goalPercent}), {verdict}",
  "cli.progress.met": "met",
  "cli.progress.short": "{count} short",
  "cli.progress.unit":
    "{unit} · published {published}/{share} = {publishedPercent} · manuscripts {manuscript}/{share} = {manuscriptPercent} · raised {funds}",
  "cli.progress.provisional": "provisional",
  "cli.progress.funds": "Raised in the province: {funds}",
  "cli.reply.none":
    "No reply file was made: no file could be read and is known to be a unit’s. Correct what is said of each file, then run again.",
  "cli.reply.outputIsInput":
    "The place for the result, {path}, also holds the units’ files. Choose another name or folder for -o.",
  "cli.reply.outputUnclear":
    "It is not clear whether {path} is a file or a folder: there is no folder of that name. Give -o a .zip file (for example {path}.zip), a folder that exists, or a name that ends with / ({path}/) to make a new folder.",
  "cli.reply.unit": "{unit}: {reply} ({findings} items)",
  "cli.reply.unusable": "No reply to the file {file}: {reason}",
  "cli.reply.unknownUnit":
    "It is not clear which unit the file {file} belongs to. Add a line “Đơn vị: …” to the sheet or name the unit in the file name, then run again.",
  "cli.reply.written": "Reply files written: {count}, {path}",
  "cli.report.written": "Report written: {path}",
  "cli.report.gaps": "{count} places are left for the writer, marked {example}",
  "cli.report.noOutline": "{scheme} has no outline, so no report can be written.",
} as const satisfies Readonly<Record<keyof typeof viCommandLine, string>>;
