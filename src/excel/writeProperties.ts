/** Custom document properties, kept so that they can be taken back. */
import type { PropertiesToken } from "./tokens";
import { takeBack } from "./undo";

/**
 * Writes custom properties of the open workbook; two syncs, no cell is touched. Rejects with an Office.js error when
 * nothing was touched yet, with `ChangeError` after that.
 */
export async function writeProperties(
  properties: Readonly<Record<string, string>>
): Promise<PropertiesToken> {
  return Excel.run(async (context) => {
    const { custom } = context.workbook.properties;
    const before = Object.keys(properties).map((key) => ({
      key,
      property: custom.getItemOrNullObject(key).load("value"),
    }));
    await context.sync();
    const token: PropertiesToken = {
      kind: "properties",
      properties: before.map(({ key, property }) => ({
        key,
        value: property.isNullObject ? null : String(property.value),
      })),
    };
    try {
      for (const [key, value] of Object.entries(properties)) custom.add(key, value);
      await context.sync();
    } catch (error) {
      throw await takeBack(token, error);
    }
    return token;
  });
}
