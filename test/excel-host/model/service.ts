/** Objects that the client makes by name and that are no part of the workbook. */
import type { HostObject } from "./definition";
import { defineObject, silent } from "./definition";

const addInServiceObject = defineObject<null>({
  name: "AddinInternalService",
  methods: { NotifyActionHandlerReady: silent() },
});

export function serviceObject(name: string): HostObject | null {
  return name === "Microsoft.InternalService.AddinInternalService" ? addInServiceObject(null) : null;
}
