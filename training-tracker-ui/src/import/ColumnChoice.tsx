import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '@/components/Field';
import { COLUMN_ROLES, type ChosenColumns, type ColumnMapping } from './columns';
import styles from './ImportPage.module.css';

interface Props {
  columns: readonly string[];
  chosen: ChosenColumns;
  /** What the server reads by now; nothing while it recognises too little. */
  mapping: ColumnMapping | undefined;
  /** The server could not tell: the choice is asked for, not just offered. */
  unknown: boolean;
  onChange: (chosen: ChosenColumns) => void;
}

/** Which of the file's columns is the date, the duration and so on. */
export function ColumnChoice({ columns, chosen, mapping, unknown, onChange }: Props) {
  const { t } = useTranslation('import');
  const [open, setOpen] = useState(unknown);
  // Once it was asked for it stays open: there may be more to say than the server needed.
  useEffect(() => {
    if (unknown) setOpen(true);
  }, [unknown]);
  return (
    <details className={styles.details} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('columns')}</summary>
      <p className={styles.note} role={unknown ? 'alert' : undefined}>
        {t(unknown ? 'columnsUnknown' : 'columnsHint')}
      </p>
      <div className={styles.fields}>
        {COLUMN_ROLES.map((role) => (
          <Field key={role} label={t(`column.${role}`)}>
            {(wiring) => (
              <select
                {...wiring}
                value={chosen[role] ?? mapping?.[role] ?? -1}
                onChange={(event) => onChange({ ...chosen, [role]: Number(event.target.value) })}
              >
                <option value={-1}>{t('columnNone')}</option>
                {columns.map((name, index) => (
                  // Two columns may have one name.
                  <option key={index} value={index}>
                    {name === '' ? t('columnUnnamed', { number: index + 1 }) : name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
    </details>
  );
}
