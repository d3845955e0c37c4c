import { Component, type ReactNode } from 'react';
import { ErrorState, usePhrase } from '../../../kit/plain/index.ts';
import { Page } from './page.tsx';

interface CrashProps {
  /** The address: going elsewhere forgets the fault. */
  readonly at: string;
  readonly children: ReactNode;
}

/** A fault in one page leaves the frame standing. */
export class Crash extends Component<CrashProps, { fault: Error | null }> {
  override state: { fault: Error | null } = { fault: null };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override componentDidUpdate(before: CrashProps) {
    if (before.at !== this.props.at && this.state.fault !== null) this.setState({ fault: null });
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
