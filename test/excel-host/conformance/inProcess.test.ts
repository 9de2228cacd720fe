import { useExcel } from "../testing";
import { batchOf, CASES, expectedOutcome, outcomeOf } from "./cases";

const excel = useExcel();

test.each(CASES.map((each, index) => ({ name: each.name, each, index })))(
  "$name",
  async ({ each, index }) => {
    const reply = await excel.booted.host.process(batchOf(each, `Mẫu ${index}`));
    expect(outcomeOf(each, reply)).toEqual(expectedOutcome(each));
  }
);
