import { Pivot, PivotItem } from "office-ui-fabric-react/lib/Pivot";
import React, { Suspense, useEffect, useRef } from "react";
import { Icon } from "./Icon";

interface Page<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly content: React.ReactNode;
}

interface PagesProps<Id extends string> {
  /** Stands above every page. */
  readonly notice?: React.ReactNode;
  readonly label: string;
  readonly pages: readonly Page<Id>[];
  /** Pages that have no tab now; those that were shown before keep what they hold. */
  readonly others?: readonly Page<Id>[];
  readonly current: Id;
  readonly onChange: (id: Id) => void;
  /** What the button beside the tabs shows in place of a page. */
  readonly settings: {
    readonly title: string;
    readonly open: boolean;
    readonly onToggle: (open: boolean) => void;
    readonly content: React.ReactNode;
  };
}

const SETTINGS_ID = "settings";
const tabId = (id: string): string => `tab-${id}`;

/**
 * The pages behind a row of tabs. A page is mounted, and loaded, when it is first shown and stays so: nothing is lost
 * by looking at another one.
 */
export function Pages<Id extends string>({
  notice,
  label,
  pages,
  others = [],
  current,
  onChange,
  settings,
}: PagesProps<Id>) {
  const { open, onToggle } = settings;
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    // What had the focus is gone with the settings.
    if (wasOpen.current && !open && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const visited = useRef(new Set<Id>());
  if (!open) visited.current.add(current);
  const select = (key: string | undefined): void => {
    const page = pages.find(({ id }) => id === key);
    if (page) onChange(page.id);
  };
  return (
    <>
      <header className="tabs">
        <Pivot
          focusZoneProps={{ "aria-label": label, defaultTabbableElement: ".tab-selected" }}
          headersOnly
          selectedKey={open ? null : current}
          onLinkClick={(item) => select(item?.props.itemKey)}
          getTabId={tabId}
          styles={{ root: "tabs-row", link: "tab", linkIsSelected: "tab tab-selected" }}
        >
          {pages.map(({ id, title }) => (
            <PivotItem key={id} itemKey={id} headerText={title} />
          ))}
        </Pivot>
        <button
          ref={button}
          type="button"
          className="icon-button tabs-settings"
          aria-label={settings.title}
          title={settings.title}
          aria-expanded={open}
          aria-controls={SETTINGS_ID}
          onClick={() => onToggle(!open)}
        >
          <Icon name="settings" />
        </button>
      </header>
      <main>
        {notice}
        {[...pages, ...others.filter(({ id }) => visited.current.has(id))].map(({ id, content }) => (
          <div
            key={id}
            className="page"
            role="tabpanel"
            aria-labelledby={tabId(id)}
            hidden={open || id !== current}
          >
            {visited.current.has(id) && <Suspense fallback={null}>{content}</Suspense>}
          </div>
        ))}
        <section
          id={SETTINGS_ID}
          className="page"
          aria-label={settings.title}
          hidden={!open}
          onKeyDown={(event) => {
            // Lists inside use the key to close themselves, and say so.
            if (event.key === "Escape" && !event.isDefaultPrevented()) onToggle(false);
          }}
        >
          {open && <Suspense fallback={null}>{settings.content}</Suspense>}
        </section>
      </main>
    </>
  );
}
