import type { RequestEdit } from '../../../core/session/requestEdit.ts';
import type { PendingRequest } from '../../../state/PendingRequest.ts';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { described, Field } from '../../setup/Field.tsx';
import css from './NextRequest.module.css';

interface NextRequestProps {
  readonly pending: PendingRequest;
  readonly onEdit: (edit: RequestEdit) => void;
  readonly onSend: () => void;
}

/** What a paused run sends next, to be read and changed before it goes out. */
export function NextRequest({ pending, onEdit, onSend }: NextRequestProps) {
  const { text, edit, problem, warnings } = pending;
  const edited = Object.keys(edit).length > 0;
  const bodyLines = (edit.body ?? text.body).split('\n').length;
  return (
    // Enter in a field must not send what is half written
    <form class={css.form} aria-label="The next request" onSubmit={(event) => event.preventDefault()}>
      <div class={css.top}>
        <div class={css.head}>
          <p>
            <code>
              <strong>{text.method}</strong> {text.origin}
              {text.pathIsFixed && text.path}
            </code>
          </p>
          <Button label="Send it" icon="step" onPress={onSend} disabled={problem !== undefined} />
          <Button label="Reset" icon="clear" look="quiet" onPress={() => onEdit({})} disabled={!edited} />
        </div>
        <div class={css.remarks} role="status">
          <p class={css.note}>{edited ? 'Edited: goes out as it stands here.' : 'Not sent yet.'}</p>
          {warnings.map((warning) => (
            <p key={warning} class={css.warning}>
              <Icon name="warn" />
              {warning}
            </p>
          ))}
        </div>
      </div>
      {!text.pathIsFixed && (
        <EditField name="path" label="Path and query" {...{ pending, onEdit }} rows={1} />
      )}
      {text.credentials !== '' && (
        <div>
          <p class={css.label}>Credentials, filled in on sending</p>
          <pre class={css.fixed}>{text.credentials}</pre>
        </div>
      )}
      <EditField name="headers" label="Headers, one a line" {...{ pending, onEdit }} rows={2} />
      {text.method !== 'GET' && (
        <EditField
          name="body"
          label="Body"
          hint="Stand-ins such as token#1 are filled in on sending."
          {...{ pending, onEdit }}
          rows={Math.min(16, Math.max(4, bodyLines))}
        />
      )}
    </form>
  );
}

interface EditFieldProps extends Pick<NextRequestProps, 'pending' | 'onEdit'> {
  readonly name: keyof RequestEdit;
  readonly label: string;
  readonly hint?: string;
  readonly rows: number;
}

function EditField({ name, label, hint, pending: { text, edit, problem }, onEdit, rows }: EditFieldProps) {
  const id = `next-${name}`;
  const wrong = problem?.field === name ? problem.message : undefined;
  const shared = {
    ...described(id, wrong, hint),
    value: edit[name] ?? text[name],
    spellcheck: false,
    autocomplete: 'off',
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      onEdit({ ...edit, [name]: event.currentTarget.value }),
  } as const;
  return (
    <Field id={id} label={label} hint={hint} problem={wrong}>
      {rows === 1 ? <input {...shared} type="text" /> : <textarea {...shared} rows={rows} />}
    </Field>
  );
}
