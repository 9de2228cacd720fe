import "./fabricConfig";
import { Fabric } from "office-ui-fabric-react/lib/Fabric";
import { loadTheme, registerIcons } from "office-ui-fabric-react/lib/Styling";
import React from "react";
import { Icon } from "./Icon";
import "./pane.css";

const FONT = "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, 'Noto Sans', Arial, sans-serif";

loadTheme({
  defaultFontStyle: { fontFamily: FONT },
  fonts: { medium: { fontSize: "14px" }, small: { fontSize: "12px" } },
  palette: {
    themePrimary: "#1e5a46",
    themeLighterAlt: "#f2f8f5",
    themeLighter: "#e4efe9",
    themeLight: "#c3d8ce",
    themeTertiary: "#8fb5a5",
    themeSecondary: "#35705c",
    themeDarkAlt: "#1a4f3e",
    themeDark: "#164435",
    themeDarker: "#103227",
    neutralPrimary: "#242b28",
    neutralSecondary: "#56615b",
    neutralLighter: "#f0f3f1",
  },
});

// Fabric asks for its icons by these names; ours are drawn inline, so no icon font is loaded.
registerIcons({
  icons: {
    ChevronDown: <Icon name="chevron-down" />,
    CheckMark: <Icon name="tick" />,
    Cancel: <Icon name="cross" />,
  },
});

/** Root of everything that is shown: sets the type and makes keyboard focus visible. */
export function Theme({ children }: { children: React.ReactNode }) {
  return <Fabric className="pane">{children}</Fabric>;
}
