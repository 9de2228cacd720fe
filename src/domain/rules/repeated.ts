/** A record whose identity was seen before, with the first record of that identity. */
export interface Repetition<R> {
  readonly record: R;
  readonly first: R;
}

/** Every record after the first of its identity, in order. Records without identity (null) are never equal. */
export function repeated<R>(
  records: readonly R[],
  identity: (record: R) => string | null
): readonly Repetition<R>[] {
  const firsts = new Map<string, R>();
  return records.flatMap((record) => {
    const key = identity(record);
    if (key === null) return [];
    const first = firsts.get(key);
    if (first !== undefined) return [{ record, first }];
    firsts.set(key, record);
    return [];
  });
}
