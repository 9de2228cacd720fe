import React, { createContext, useContext } from "react";

const OutOfUse = createContext(false);

interface TogetherProps {
  readonly disabled: boolean;
  readonly children: React.ReactNode;
}

/** Controls that are out of use together. */
export function Together({ disabled, children }: TogetherProps) {
  return (
    <fieldset className="together" disabled={disabled}>
      <OutOfUse.Provider value={disabled}>{children}</OutOfUse.Provider>
    </fieldset>
  );
}

/** True inside controls that are out of use: for those that no browser knows to be controls. */
export function useOutOfUse(): boolean {
  return useContext(OutOfUse);
}
