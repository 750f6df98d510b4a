import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';

type Props = { id: string; shown: boolean; onToggle: () => void };

/** Shows or hides the table (element `id`) that says what a drawing says. */
export function TableToggle({ id, shown, onToggle }: Props) {
  const { t } = useTranslation('training');
  return (
    <Button kind="quiet" aria-expanded={shown} aria-controls={shown ? id : undefined} onClick={onToggle}>
      {shown ? t('hideTable') : t('showTable')}
    </Button>
  );
}
