import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { PageHeader } from '@/components/PageHeader';
import { RetryMessage } from '@/components/RetryMessage';
import { Skeleton } from '@/components/Skeleton';
import { MeasureChoice } from '@/sessions/MeasureChoice';
import { PeriodSummary } from '@/sessions/PeriodSummary';
import { usePeriods } from '@/sessions/periods';
import { NoSessions } from '@/sessions/NoSessions';
import { useAthletes } from '@/sessions/queries';
import { shownFilter, ShownFilter } from '@/sessions/ShownFilter';
import { useAddress } from '@/sessions/useAddress';
import { useToday } from '@/sessions/useToday';
import { dayOf, endOfYear } from '@/training/days';
import { MEASURES, totalsOfPeriods } from '@/training/measures';
import { yearOfAddress } from './grid';
import { YearDetails } from './YearDetails';
import styles from './YearPage.module.css';

export default function YearPage() {
  const { t } = useTranslation(['year', 'training']);
  const today = useToday();
  const isStoreEmpty = useAthletes().data?.length === 0;
  const [address, change] = useAddress();
  const year = yearOfAddress(address.get('year'), today);
  const thisYear = Number(today.slice(0, 4));
  const measure = MEASURES.find((each) => each === address.get('measure')) ?? 'distance';
  const start = dayOf(year, 1, 1);
  const filter = shownFilter(address, { start, end: endOfYear(start) });
  const [withTable, setWithTable] = useState(false);
  const days = usePeriods('day', filter);
  const show = (wanted: number) => change({ year: wanted === thisYear ? null : String(wanted), day: null });

  if (isStoreEmpty) {
    return (
      <>
        <PageHeader title={t('title')} />
        <NoSessions />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={styles.toolbar}>
        <div className={styles.moves}>
          <Button icon="left" iconOnly={t('previous')} onClick={() => show(year - 1)} />
          <Button icon="right" iconOnly={t('next')} onClick={() => show(year + 1)} />
          <Button disabled={year === thisYear} onClick={() => show(thisYear)}>
            {t('thisYear')}
          </Button>
        </div>
        <h2 className={styles.year} aria-live="polite">
          {year}
        </h2>
        {days.data ? (
          <PeriodSummary totals={totalsOfPeriods(days.data)} activeDays={days.data.length} />
        ) : null}
      </div>
      <div className={styles.measures}>
        <MeasureChoice
          value={measure}
          onChange={(wanted) => change({ measure: wanted === 'distance' ? null : wanted })}
        />
        <div className={styles.filter}>
          <ShownFilter />
        </div>
      </div>
      {days.data ? (
        <YearDetails
          year={year}
          days={days.data}
          measure={measure}
          filter={filter}
          chosen={address.get('day')}
          onChoose={(day) => change({ day })}
          withTable={withTable}
          onTable={setWithTable}
        />
      ) : days.isError ? (
        <RetryMessage
          what={t('training:what.periods')}
          error={days.error}
          onRetry={() => void days.refetch()}
        />
      ) : (
        <Skeleton rows={1} height={220} />
      )}
    </>
  );
}
