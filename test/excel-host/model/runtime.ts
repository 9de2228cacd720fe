/** `Excel.Runtime`: whether the add-in is told of events. */
import { booleanOf } from "./arguments";
import type { ModelContext } from "./context";
import type { HostObject } from "./definition";
import { defineObject, readWrite } from "./definition";

export const runtimeObject: (context: ModelContext) => HostObject = defineObject<ModelContext>({
  name: "Runtime",
  properties: {
    EnableEvents: readWrite(
      ({ session }) => session.enableEvents,
      ({ session }, value) => {
        session.enableEvents = booleanOf(value, "Runtime.enableEvents");
      }
    ),
  },
});
