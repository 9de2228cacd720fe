import type { Finding } from "../../domain/findings";
import type { FormId, Round, Scheme, Unit } from "../../schemes/types";
import type { SendCheck } from "../services";
import { countBySeverity } from "./findingGroups";

/** What keeps a workbook from being sent, in the order in which it is best put right. */
export type Obstacle =
  | { readonly kind: "no-forms" }
  | { readonly kind: "missing-form"; readonly form: FormId }
  | { readonly kind: "no-rows" }
  | { readonly kind: "no-unit" }
  | { readonly kind: "no-stamp" }
  | { readonly kind: "errors"; readonly errors: readonly Finding[] };

/** What should be known before sending and does not forbid it. */
export type Remark =
  | { readonly kind: "warnings"; readonly count: number }
  | { readonly kind: "empty-form"; readonly form: FormId }
  | { readonly kind: "not-required" };

export interface Readiness {
  readonly obstacles: readonly Obstacle[];
  readonly remarks: readonly Remark[];
}

interface Subject {
  readonly sent: SendCheck;
  /** Whose the workbook is, as it says or the user does. */
  readonly unit: Unit | null;
  readonly round: Round;
  /** The stamp that the workbook should carry; null while its unit is not known. */
  readonly stamp: Readonly<Record<string, string>> | null;
  readonly scheme: Scheme;
}

export function readinessOf({ sent, unit, round, stamp, scheme }: Subject): Readiness {
  const { check, figures, properties } = sent;
  const forms = scheme.forms.map(({ id }) => id);
  const missing = forms.filter((form) => figures.rows[form] === undefined);
  const hasForms = missing.length < forms.length;
  const isEmpty = forms.every((form) => !figures.rows[form]);
  const errors = check.findings.filter(({ severity }) => severity === "error");
  const warnings = countBySeverity(check.findings).warning;
  const isStamped =
    stamp !== null && Object.entries(stamp).every(([key, value]) => properties[key] === value);

  const obstacles: readonly (Obstacle | false)[] = [
    !hasForms && { kind: "no-forms" },
    ...(hasForms ? missing.map((form) => ({ kind: "missing-form", form }) as const) : []),
    hasForms && isEmpty && { kind: "no-rows" },
    hasForms && unit === null && { kind: "no-unit" },
    hasForms && unit !== null && !isStamped && { kind: "no-stamp" },
    errors.length > 0 && { kind: "errors", errors },
  ];
  const remarks: readonly (Remark | false)[] = [
    warnings > 0 && { kind: "warnings", count: warnings },
    ...(isEmpty
      ? []
      : forms
          .filter((form) => figures.rows[form] === 0)
          .map((form) => ({ kind: "empty-form", form }) as const)),
    unit !== null && !round.required.includes(unit.id) && { kind: "not-required" },
  ];
  return {
    obstacles: obstacles.filter((obstacle) => obstacle !== false),
    remarks: remarks.filter((remark) => remark !== false),
  };
}
