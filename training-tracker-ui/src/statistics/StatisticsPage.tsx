import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/PageHeader';
import { NoSessions } from '@/sessions/NoSessions';
import { useAthletes } from '@/sessions/queries';
import { shownFilter, ShownFilter } from '@/sessions/ShownFilter';
import { MeasureChoice } from '@/sessions/MeasureChoice';
import { useAddress } from '@/sessions/useAddress';
import { useToday } from '@/sessions/useToday';
import { PeriodsSection } from './PeriodsSection';
import { RecordsSection } from './RecordsSection';
import styles from './StatisticsPage.module.css';
import { choiceOfAddress } from './window';
import { WindowChoice } from './WindowChoice';
import { YearsSection } from './YearsSection';

export default function StatisticsPage() {
  const { t } = useTranslation('statistics');
  const today = useToday();
  const isStoreEmpty = useAthletes().data?.length === 0;
  const [address, change] = useAddress();
  const choice = choiceOfAddress(address);
  const filter = shownFilter(address);
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
      <div className={styles.controls}>
        <MeasureChoice
          value={choice.measure}
          onChange={(measure) => change({ measure: measure === 'distance' ? null : measure })}
        />
        <div className={styles.filter}>
          <ShownFilter />
        </div>
      </div>
      <WindowChoice choice={choice} today={today} onChange={change} />
      <PeriodsSection choice={choice} filter={filter} today={today} />
      <YearsSection measure={choice.measure} filter={filter} today={today} />
      <RecordsSection filter={filter} today={today} />
    </>
  );
}
