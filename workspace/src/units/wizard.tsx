// A reorganisation, from what it is about to what would come of it; done only after it has been seen.
import type { ReorganisationInput } from '@nhipcau/server/contract';
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { day as dayWords } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { today } from '../register/standing.ts';
import { UnitField } from '../duties/unit-field.tsx';
import { Button, buttonClass } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { Field } from '../ui/field.tsx';
import { Failure, failureWords } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { readWizardSearch } from './addresses.ts';
import { eventKinds, kindNames } from './kinds.ts';
import { reorganise, tryReorganisation, undoReorganisation, unitById } from './requests.ts';
import { emptyForm, fitting, inputOf, type EventKind, type Form } from './wizard-form.ts';
import { BelowChoice, Targets, UnitsChosen } from './wizard-fields.tsx';
import { Preview } from './wizard-preview.tsx';
import { SplitChoices } from './wizard-split.tsx';
import css from './units.module.css';

const kinds = Object.keys(eventKinds) as EventKind[];
const several = new Set<EventKind>(['merge', 'move', 'abolish']);

export function ReorganiseScreen() {
  const { say } = useWords();
  const search = readWizardSearch(useSearch({ strict: false }));
  const wanted = kinds.find((kind) => kind === search.kieu) ?? 'merge';
  const [form, setForm] = useState<Form>(() => emptyForm(wanted, today()));
  const [shown, setShown] = useState<ReorganisationInput | null>(null);
  const attempt = useMutation({
    mutationFn: tryReorganisation,
    onSuccess: (_result, input) => setShown(input),
  });
  const set = (change: Partial<Form>) => {
    setForm((before) => ({ ...before, ...change }));
    setShown(null);
    attempt.reset();
  };
  useStartingUnit(search.donvi, set);
  useLikeness(form, set);
  const input = inputOf(form);
  return (
    <Page
      title={say('Sắp xếp đơn vị')}
      lead={say(
        'Mỗi lần sắp xếp có ngày và căn cứ. Bạn xem trước kết quả rồi mới thực hiện; có thể hoàn tác khi chưa có gì dựa vào nó.',
      )}
      actions={
        <Link to="/don-vi" className={buttonClass('plain')}>
          ← {say('Cây đơn vị')}
        </Link>
      }
    >
      <form
        className={css['wizard']}
        onSubmit={(event) => {
          event.preventDefault();
          if (input) attempt.mutate(input);
        }}
      >
        <fieldset className={css['group']}>
          <legend>{say('Hình thức sắp xếp')}</legend>
          <p className={css['radios']}>
            {kinds.map((kind) => (
              <label key={kind}>
                <input
                  type="radio"
                  name="kind"
                  checked={form.kind === kind}
                  onChange={() =>
                    set({ kind, duties: {}, children: {}, targets: fitting(kind, form.targets, form.goesOn) })
                  }
                />
                {say(eventKinds[kind])}
              </label>
            ))}
          </p>
        </fieldset>
        {form.kind === 'new' ? null : <UnitsChosen form={form} set={set} single={!several.has(form.kind)} />}
        <KindFields form={form} set={set} />
        <When form={form} set={set} />
        <p className={css['actions']}>
          <Button type="submit" look={shown ? 'quiet' : 'action'} disabled={!input || attempt.isPending}>
            {say('Xem trước')}
          </Button>
          {input ? null : (
            <span className={css['hint']}>{say('Điền đủ đơn vị, ngày và căn cứ để xem trước.')}</span>
          )}
        </p>
      </form>
      {attempt.error ? <Failure error={attempt.error} /> : null}
      {shown && attempt.data ? (
        <>
          <h2>{say('Nếu thực hiện')}</h2>
          <Preview
            result={attempt.data}
            superiors={
              new Map(form.targets.map(({ name, parent }) => [name.trim(), parent?.name ?? null] as const))
            }
          />
          <Carry input={shown} />
        </>
      ) : null}
    </Page>
  );
}

interface FormProps {
  readonly form: Form;
  readonly set: (change: Partial<Form>) => void;
}

/** The unit from whose page somebody came stands in the form already. */
function useStartingUnit(id: number | undefined, set: FormProps['set']) {
  const { data } = useQuery({ ...detailOf(id ?? 0), enabled: id !== undefined });
  useEffect(() => {
    if (data) set({ units: [{ id: data.id, name: data.name }], name: data.name });
    // Once, when the unit has come.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [data?.id]);
}

const detailOf = (id: number) => ({
  queryKey: ['units', id],
  queryFn: ({ signal }: { signal: AbortSignal }) => unitById(id, signal),
});

/** What new units mostly take over from those chosen: the superior that these share, where none is chosen, and the first one's kind. */
function useLikeness({ units, targets }: Form, set: FormProps['set']) {
  const found = useQueries({ queries: units.map(({ id }) => detailOf(id)) });
  const parents = found.map(({ data }) => data?.parent ?? null);
  const [first] = parents;
  const common = first && parents.every((parent) => parent?.id === first.id) ? first : null;
  useEffect(() => {
    if (!common || targets.every(({ parent }) => parent !== null)) return;
    const parent = { id: common.id, name: common.name };
    set({ targets: targets.map((target) => ({ ...target, parent: target.parent ?? parent })) });
    // When the units chosen come to share one; what the reader empties afterwards stays empty.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [common?.id]);
  const kind = kindNames.find((each) => each === found[0]?.data?.kind) ?? null;
  useEffect(() => {
    if (kind) set({ like: kind });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [kind]);
}

function KindFields({ form, set }: FormProps) {
  const { say } = useWords();
  switch (form.kind) {
    case 'new':
      return <Targets form={form} set={set} several onlyNew />;
    case 'merge':
      return (
        <>
          <Targets form={form} set={set} several={false} onlyNew={false} />
          <BelowChoice form={form} set={set} />
        </>
      );
    case 'split':
      return (
        <>
          <Targets form={form} set={set} several onlyNew={false} />
          <SplitChoices form={form} set={set} />
        </>
      );
    case 'rename':
      return (
        <div className={css['form']}>
          <Field
            label={say('Tên mới')}
            value={form.name}
            maxLength={300}
            onChange={(event) => set({ name: event.target.value })}
          />
          <Field
            label={say('Mã định danh mới')}
            hint={say('Để trống nếu giữ mã cũ')}
            value={form.code}
            maxLength={35}
            onChange={(event) => set({ code: event.target.value.toUpperCase() })}
          />
        </div>
      );
    case 'move':
      return (
        <UnitField label={say('Cấp trên mới')} value={form.parent} onChange={(parent) => set({ parent })} />
      );
    case 'abolish':
      return (
        <>
          <UnitField
            label={say('Đơn vị nhận việc (để trống: cấp trên)')}
            value={form.successor}
            onChange={(successor) => set({ successor })}
          />
          <BelowChoice form={form} set={set} />
        </>
      );
  }
}

function When({ form, set }: FormProps) {
  const { say, language } = useWords();
  const id = useId();
  return (
    <fieldset className={css['group']}>
      <legend>{say('Ngày và căn cứ')}</legend>
      <div>
        <DayField label={say('Có hiệu lực từ ngày')} value={form.day} onChange={(day) => set({ day })} />
        {form.day > today() ? (
          <p className={css['hint']}>
            {say('Trước ngày {day} mọi việc vẫn như hiện nay; sắp xếp tự có hiệu lực khi đến ngày.', {
              day: dayWords(form.day, language),
            })}
          </p>
        ) : null}
      </div>
      <Field
        label={say('Căn cứ pháp lý')}
        hint={say('Ví dụ: Quyết định số 12/QĐ-UBND ngày 10/01/2026')}
        value={form.legalBasis}
        maxLength={1000}
        onChange={(event) => set({ legalBasis: event.target.value })}
      />
      <label className={css['noteLabel']} htmlFor={id}>
        {say('Ghi chú')}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={2000}
        value={form.note}
        onChange={(event) => set({ note: event.target.value })}
      />
    </fieldset>
  );
}

function Carry({ input }: { input: ReorganisationInput }) {
  const { say } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const again = () => client.invalidateQueries({ queryKey: ['units'] });
  const carry = useMutation({
    mutationFn: () => reorganise(input),
    onSuccess: async ({ reorganisation }) => {
      const [unit] = [...reorganisation.after, ...reorganisation.before];
      await again();
      toast(say('Đã ghi lần sắp xếp'), {
        action: {
          label: say('Hoàn tác'),
          run: () => {
            undoReorganisation(reorganisation.id)
              // The unit shown may have begun with it and be no more.
              .then(() => navigate({ to: '/don-vi' }))
              .then(again)
              .then(
                () => toast(say('Đã hoàn tác lần sắp xếp')),
                (error: unknown) => toast(failureWords(error, say).detail, { tone: 'problem' }),
              );
          },
        },
      });
      if (unit) await navigate({ to: '/don-vi/$id', params: { id: String(unit.id) } });
    },
  });
  return (
    <>
      {carry.error ? <Failure error={carry.error} /> : null}
      <p className={css['actions']}>
        <Button look="action" disabled={carry.isPending} onClick={() => carry.mutate()}>
          {say('Thực hiện sắp xếp')}
        </Button>
      </p>
    </>
  );
}
