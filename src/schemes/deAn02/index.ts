/** Đề án số 02-ĐA/TU ngày 25/6/2021 of Tỉnh uỷ Cao Bằng. */
import type { Scheme } from "../types";
import { communes } from "./communes";
import { forms } from "./forms";
import { formerCommunes, formerDistricts } from "./formerNames";
import { funding } from "./funding";
import { outline } from "./outline";
import { roundById, roundsFor } from "./rounds";
import { reorganisation2025 } from "./successors";
import { targets } from "./targets";
import { units } from "./units";

export const deAn02: Scheme = {
  id: "de-an-02",
  name: "Đề án số 02-ĐA/TU",
  start: "2021-06-25",
  end: "2025-12-31",
  version: "1",
  forms,
  units,
  communes,
  formerCommunes,
  formerDistricts,
  targets,
  manuscriptStages: ["workshop", "appraised", "published"],
  stageNames: {
    compiling: "Đang biên soạn",
    workshop: "Đã hội thảo bản thảo",
    appraised: "Đã thẩm định",
    published: "Đã xuất bản",
  },
  funding,
  reorganisation: reorganisation2025,
  outline,
  severities: {},
  round: roundById,
  roundsFor,
};
