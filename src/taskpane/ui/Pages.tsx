import { Pivot, PivotItem } from "office-ui-fabric-react/lib/Pivot";
import React from "react";

interface PagesProps<Id extends string> {
  /** Stands above every page. */
  readonly notice?: React.ReactNode;
  readonly label: string;
  readonly pages: readonly { readonly id: Id; readonly title: string; readonly content: React.ReactNode }[];
  readonly current: Id;
  readonly onChange: (id: Id) => void;
}

const tabId = (id: string): string => `tab-${id}`;

/** The pages behind a row of tabs. Every page stays mounted, so nothing is lost by looking at another one. */
export function Pages<Id extends string>({ notice, label, pages, current, onChange }: PagesProps<Id>) {
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
          selectedKey={current}
          onLinkClick={(item) => select(item?.props.itemKey)}
          getTabId={tabId}
          styles={{ root: "tabs-row", link: "tab", linkIsSelected: "tab tab-selected" }}
        >
          {pages.map(({ id, title }) => (
            <PivotItem key={id} itemKey={id} headerText={title} />
          ))}
        </Pivot>
      </header>
      <main>
        {notice}
        {pages.map(({ id, content }) => (
          <div key={id} className="page" role="tabpanel" aria-labelledby={tabId(id)} hidden={id !== current}>
            {content}
          </div>
        ))}
      </main>
    </>
  );
}
