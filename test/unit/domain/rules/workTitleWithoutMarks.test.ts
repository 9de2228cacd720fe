import { workFindings, workRow } from "../../../support/ruleCases";

const found = (title: string) =>
  workFindings(workRow({ title }))
    .map(({ rule }) => rule)
    .filter((rule) => ["work-title-without-marks", "work-outside-targets"].includes(rule));

test.each(["LICH SU DANG BO XA AN LAC", "Lich su Dang bo xa An Lac (1948 - 2020)", "Bien  nien su kien"])(
  "%s lacks its marks, and that is all that is said of its targets",
  (title) => {
    expect(found(title)).toEqual(["work-title-without-marks"]);
  }
);

test.each(["Lịch sử Đảng bộ xã An Lạc", "LSDB xã An Lạc", "Lịch su Dang bo xã An Lạc"])(
  "%s has some",
  (title) => {
    expect(found(title)).not.toContain("work-title-without-marks");
  }
);
