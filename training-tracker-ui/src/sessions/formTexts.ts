// The sentences of the session form.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerAwayError } from '@/api/errors';
import type { Session } from '@/api/types';
import { useFormat } from '@/preferences/format';
import type { FormValues, Problem } from './formValues';

/** A session in a few words: "Run, 45:00, 8.5 km, 5 Mar 2026". */
export function useSummary(): (session: Session) => string {
  const format = useFormat();
  return useCallback(
    (session) =>
      [
        session.sport,
        format.duration(session.duration),
        session.distance > 0 ? format.distance(session.distance) : null,
        format.day(session.date),
      ]
        .filter(Boolean)
        .join(', '),
    [format],
  );
}

export function useTellProblem(): (field: keyof FormValues, problem: Problem) => string {
  const { t } = useTranslation('sessions');
  return useCallback(
    (field, problem) => {
      const text = t(`problems.${problem}`);
      if (field === 'duration' && problem === 'unreadable') return t('problemDuration', { problem: text });
      if (field === 'distance' && problem === 'unreadable') return t('problemDistance', { problem: text });
      return text;
    },
    [t],
  );
}

export function useTellFailure(): (error: unknown) => string {
  const { t } = useTranslation('sessions');
  return useCallback(
    (error) => {
      if (error instanceof ServerAwayError) return t('saveAway');
      return t('saveFailed', { message: error instanceof Error ? error.message : String(error) });
    },
    [t],
  );
}
