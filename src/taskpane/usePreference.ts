import { useEffect, useState } from "react";
import { onPreferences, type PreferenceKey, readPreference, writePreference } from "./preferences";

/** A preference that the component follows, whoever changes it; null before it was ever written. */
export function usePreference(key: PreferenceKey): readonly [string | null, (value: string) => void] {
  const [value, setValue] = useState(() => readPreference(key));
  useEffect(() => onPreferences(() => setValue(readPreference(key))), [key]);
  return [value, (next) => writePreference(key, next)];
}
