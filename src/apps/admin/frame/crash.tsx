import { Component, type ReactNode } from 'react';
import { ErrorState, usePhrase } from '../../../kit/plain/index.ts';
import { Page } from './page.tsx';

/** A fault in one page leaves the frame standing. */
export class Crash extends Component<{ children: ReactNode }, { fault: Error | null }> {
  override state: { fault: Error | null } = { fault: null };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override render() {
    if (this.state.fault === null) return this.props.children;
    return <Broken onRetry={() => this.setState({ fault: null })} />;
  }
}

function Broken({ onRetry }: { onRetry: () => void }) {
  const phrase = usePhrase();
  return (
    <Page title={phrase('admin-shell.broken')}>
      <ErrorState onRetry={onRetry}>{phrase('admin-shell.brokenText')}</ErrorState>
    </Page>
  );
}
