import { type ComponentType, lazy } from 'react';
import type { IconName } from '@/components/Icon';
import { LogPage } from '@/log/LogPage';

export type PageName = 'log' | 'calendar' | 'year' | 'statistics' | 'athletes' | 'import' | 'settings';
export type Page = { name: PageName; path: string; icon: IconName; component: ComponentType };

/** Every page but the log is a chunk of its own, loaded when it is first opened. */
export const PAGES: Page[] = [
  { name: 'log', path: '/', icon: 'log', component: LogPage },
  {
    name: 'calendar',
    path: '/calendar',
    icon: 'calendar',
    component: lazy(() => import('@/calendar/CalendarPage')),
  },
  { name: 'year', path: '/year', icon: 'year', component: lazy(() => import('@/year/YearPage')) },
  {
    name: 'statistics',
    path: '/statistics',
    icon: 'statistics',
    component: lazy(() => import('@/statistics/StatisticsPage')),
  },
  {
    name: 'athletes',
    path: '/athletes',
    icon: 'athletes',
    component: lazy(() => import('@/athletes/AthletesPage')),
  },
  { name: 'import', path: '/import', icon: 'import', component: lazy(() => import('@/import/ImportPage')) },
  {
    name: 'settings',
    path: '/settings',
    icon: 'settings',
    component: lazy(() => import('@/settings/SettingsPage')),
  },
];

export const AthletePage = lazy(() => import('@/athletes/AthletePage'));
