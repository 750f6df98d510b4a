import { Suspense, useSyncExternalStore } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { onTokenChange, tokenWanted } from '@/api/token';
import { Skeleton } from '@/components/Skeleton';
import { EntryProvider } from '@/sessions/entry';
import { ErrorBoundary } from './ErrorBoundary';
import { NotFound } from './NotFound';
import { AthletePage, PAGES } from './routes';
import { Shell } from './Shell';
import { TokenPage } from './TokenPage';

export function App() {
  const [location] = useLocation();
  const locked = useSyncExternalStore(onTokenChange, tokenWanted);
  if (locked)
    return (
      <main>
        <TokenPage />
      </main>
    );
  return (
    <EntryProvider>
      <Shell>
        <ErrorBoundary key={location}>
          <Suspense fallback={<Skeleton rows={6} />}>
            <Switch>
              {PAGES.map((page) => (
                <Route key={page.path} path={page.path} component={page.component} />
              ))}
              <Route path="/athletes/:id" component={AthletePage} />
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </Shell>
    </EntryProvider>
  );
}
