import React from "react";

interface ErrorBoundaryProps {
  /** Shown instead of the children once one of them has failed to draw itself. */
  readonly fallback: React.ReactNode;
  readonly children: React.ReactNode;
}

/** Keeps a fault in drawing from leaving an empty pane. React offers this to classes only. */
export class ErrorBoundary extends React.Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): React.ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
