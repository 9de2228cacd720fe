import { describeExcelError } from "../../../src/excel/errors";

const officeError = (code: string) => Object.assign(new Error(code), { code });

describe("describeExcelError", () => {
  test.each([
    ["InvalidOperationInCellEditMode", "cell-edit", true],
    ["WriteNotSupportedWhenModalDialogOpen", "dialog", true],
    ["AccessDenied", "protected", false],
    ["RequestAborted", "connection", true],
    ["ConnectionFailure", "connection", true],
    ["ItemNotFound", "missing", false],
    ["ApiNotFound", "unsupported", false],
    ["RequestPayloadSizeLimitExceeded", "too-large", false],
    ["ResponsePayloadSizeLimitExceeded", "too-large", false],
    ["GeneralException", "other", true],
    ["InvalidArgument", "other", false],
    ["SomethingNew", "other", false],
  ])("%s is %s, worth repeating: %s", (code, kind, retry) => {
    expect(describeExcelError(officeError(code))).toEqual({ code, kind, retry });
  });

  test("an error of ours is judged by its cause", () => {
    const error = new Error("drawing failed", { cause: officeError("AccessDenied") });
    expect(describeExcelError(error).kind).toBe("protected");
  });

  test.each([null, undefined, "text", 3, {}])("%j is no Office.js error", (value) => {
    expect(describeExcelError(value)).toEqual({ code: "Unknown", kind: "other", retry: false });
  });

  test("an error of the program keeps its name", () => {
    expect(describeExcelError(new TypeError("x"))).toEqual({
      code: "TypeError",
      kind: "other",
      retry: false,
    });
  });
});
