import React, { createContext, useContext } from "react";

const InExcel = createContext(true);

/** Below it nothing is offered that only Excel can do: to go to a cell, to draw beside what is there, to take back. */
export function OutsideExcel({ children }: { children: React.ReactNode }) {
  return <InExcel.Provider value={false}>{children}</InExcel.Provider>;
}

export function useInExcel(): boolean {
  return useContext(InExcel);
}
