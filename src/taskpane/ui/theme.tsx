import "./fabricConfig";
import { Fabric } from "office-ui-fabric-react/lib/Fabric";
import { loadTheme, registerIcons } from "office-ui-fabric-react/lib/Styling";
import React from "react";
import { Icon } from "./Icon";
import "./colours.css";
import "./pane.css";
import "./contrast.css";

const FONT = "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, 'Noto Sans', Arial, sans-serif";

// Fabric takes its colours from the same variables, so it follows every change of the theme by itself.
loadTheme({
  defaultFontStyle: { fontFamily: FONT },
  fonts: { medium: { fontSize: "14px" }, small: { fontSize: "12px" } },
  palette: {
    themePrimary: "var(--accent)",
    themeLighterAlt: "var(--accent-soft)",
    themeLighter: "var(--accent-soft)",
    themeLight: "var(--accent-soft)",
    themeTertiary: "var(--accent)",
    themeSecondary: "var(--accent)",
    themeDarkAlt: "var(--accent-strong)",
    themeDark: "var(--accent-strong)",
    themeDarker: "var(--accent-strong)",
    accent: "var(--accent)",
    black: "var(--ink)",
    neutralDark: "var(--ink)",
    neutralPrimary: "var(--ink)",
    neutralPrimaryAlt: "var(--ink)",
    neutralSecondary: "var(--muted)",
    neutralSecondaryAlt: "var(--edge)",
    neutralTertiary: "var(--faint)",
    neutralTertiaryAlt: "var(--line)",
    neutralQuaternaryAlt: "var(--line)",
    neutralQuaternary: "var(--line)",
    neutralLight: "var(--hover)",
    neutralLighter: "var(--hover)",
    neutralLighterAlt: "var(--surface)",
    white: "var(--page)",
  },
  semanticColors: {
    primaryButtonText: "var(--on-accent)",
    primaryButtonTextHovered: "var(--on-accent)",
    primaryButtonTextPressed: "var(--on-accent)",
    primaryButtonTextDisabled: "var(--faint)",
    buttonTextDisabled: "var(--faint)",
    disabledText: "var(--faint)",
    inputBorder: "var(--edge)",
    inputBorderHovered: "var(--ink)",
    smallInputBorder: "var(--edge)",
    buttonBorder: "var(--edge)",
    focusBorder: "var(--focus)",
    errorText: "var(--error)",
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
