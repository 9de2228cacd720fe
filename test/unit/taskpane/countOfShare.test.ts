import { percent } from "../../../src/domain/progress/percent";
import { countOfShare } from "../../../src/taskpane/model/countOfShare";

test("the count comes back for every share up to all communes of the province", () => {
  for (let share = 1; share <= 161; share += 1) {
    for (let count = 0; count <= share; count += 1) {
      expect(countOfShare(share, percent(count, share))).toBe(count);
    }
  }
});
