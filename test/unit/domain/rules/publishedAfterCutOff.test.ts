import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (published: string) => ofRule(workFindings(workRow({ published })), "published-after-cut-off");

test.each(["11/6/2023", "7/2023", "quý III/2023", "2024", "8/23", "Cuối năm 2023", "sau tháng 6/2023"])(
  "%s is after the cut-off",
  (published) => {
    expect(found(published)).toMatchObject([{ severity: "error", cell: "C3", value: published }]);
  }
);

test.each(["10/6/2023", "6/2023", "quý II/2023", "2023", "dự kiến 7/2023", "giữa năm 2023", "5/23"])(
  "%s may be before it",
  (published) => {
    expect(found(published)).toEqual([]);
  }
);
