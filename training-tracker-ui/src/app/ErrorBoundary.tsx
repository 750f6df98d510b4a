import { Component, type ReactNode } from 'react';
import { withTranslation, type WithTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';

type Props = WithTranslation & { children: ReactNode };

/** A bug, or a chunk that could not be loaded, leaves a message and not a blank page. */
class Boundary extends Component<Props, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    const { t, children } = this.props;
    if (!error) return children;
    return (
      <EmptyState title={t('errors.crashed', { message: error.message })}>
        <Button kind="primary" onClick={() => window.location.reload()}>
          {t('errors.reload')}
        </Button>
      </EmptyState>
    );
  }
}

export const ErrorBoundary = withTranslation()(Boundary);
