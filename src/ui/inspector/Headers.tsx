import { LongText } from '../kit/LongText.tsx';
import css from './Inspector.module.css';

interface HeadersProps {
  readonly headers: Readonly<Record<string, string>>;
  readonly label: string;
}

export function Headers({ headers, label }: HeadersProps) {
  const rows = Object.entries(headers);
  if (rows.length === 0) return <p class={css.note}>{label}: none that this page may read.</p>;
  return (
    <table class={css.table}>
      <caption class={css.label}>{label}</caption>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">
              <LongText text={name} />
            </th>
            <td>
              <LongText text={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
