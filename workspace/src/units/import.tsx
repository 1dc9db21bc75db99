// Units from a table: choose the file, see every fault and every change, then load all of it.
import type { UnitImportResult } from '@nhipcau/server/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useMe } from '../access/me.ts';
import { UnitField } from '../duties/unit-field.tsx';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Failure, Notice, Waiting } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { exportedUnits, importUnits } from './requests.ts';
import css from './units.module.css';

export function UnitImportScreen() {
  const { say } = useWords();
  const me = useMe();
  const client = useQueryClient();
  const id = useId();
  const [chosen, setChosen] = useState<{ id: number; name: string } | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const under = chosen ?? me?.root ?? null;
  const load = useMutation({
    mutationFn: ({ of, dryRun }: { of: File; dryRun: boolean }) =>
      importUnits(of, { under: under?.id ?? 0, dryRun: dryRun ? 'true' : 'false' }),
    onSuccess: async (result) => {
      if (result.dryRun) return;
      await client.invalidateQueries({ queryKey: ['units'] });
      toast(
        say('Đã thêm {created} đơn vị, sửa {changed} đơn vị', {
          created: result.created,
          changed: result.changed,
        }),
      );
    },
  });
  const result = load.data;
  const ready = result?.dryRun && result.errors.length === 0 && result.created + result.changed > 0;
  return (
    <Page
      title={say('Nhập đơn vị từ tệp')}
      wide
      lead={say(
        'Tệp Excel (XLSX) hoặc CSV. Trước khi nhập, hệ thống thử cả tệp và liệt kê mọi lỗi; chỉ nhập khi không còn lỗi nào.',
      )}
      actions={
        <Link to="/don-vi" className={buttonClass('plain')}>
          ← {say('Cây đơn vị')}
        </Link>
      }
    >
      <ol className={css['stepsList']}>
        <li>
          <UnitField label={say('Các dòng trong tệp nằm dưới đơn vị')} value={under} onChange={setChosen} />
        </li>
        {under ? (
          <li>
            <p>{say('Tải mẫu trống hoặc danh sách hiện có về, sửa bằng Excel rồi nhập lại.')}</p>
            <p className={css['actions']}>
              <a
                className={buttonClass()}
                href={exportedUnits('xlsx', { under: under.id, empty: 'true' })}
                download
              >
                {say('Mẫu trống')}
              </a>
              <a className={buttonClass()} href={exportedUnits('xlsx', { under: under.id })} download>
                {say('Danh sách hiện có')}
              </a>
            </p>
          </li>
        ) : null}
        <li>
          <p>{say('Chọn tệp cần nhập (.xlsx hoặc .csv).')}</p>
          <p className={css['actions']}>
            <label htmlFor={id} className={`${buttonClass()} ${css['pick']}`}>
              {file ? say('Chọn tệp khác') : say('Chọn tệp')}
              <input
                id={id}
                className="hidden-text"
                type="file"
                accept=".xlsx,.csv"
                disabled={!under || load.isPending}
                aria-describedby={`${id}-name`}
                onChange={(event) => {
                  const of = event.target.files?.[0] ?? null;
                  // The same file may be picked again, mended.
                  event.target.value = '';
                  if (!of) return;
                  setFile(of);
                  load.reset();
                  load.mutate({ of, dryRun: true });
                }}
              />
            </label>
            <span id={`${id}-name`} className={css['fileName']} aria-live="polite">
              {file ? file.name : say('Chưa chọn tệp nào')}
            </span>
          </p>
        </li>
      </ol>
      {load.isPending ? <Waiting>{say('Đang đọc tệp…')}</Waiting> : null}
      {load.error ? <Failure error={load.error} /> : null}
      {result ? <Result result={result} /> : null}
      {ready && file ? (
        <p className={css['actions']}>
          <Button
            look="action"
            disabled={load.isPending}
            onClick={() => load.mutate({ of: file, dryRun: false })}
          >
            {say('Nhập {count} dòng', { count: result.created + result.changed })}
          </Button>
        </p>
      ) : null}
    </Page>
  );
}

function Result({ result }: { result: UnitImportResult }) {
  const { say } = useWords();
  const { errors, rows, created, changed, unchanged } = result;
  const doing = rows.filter(({ does }) => does !== 'keep');
  return (
    <>
      <Notice
        tone={errors.length > 0 ? 'soon' : 'done'}
        role="status"
        title={
          errors.length > 0
            ? say('Tệp còn {count} lỗi; chưa nhập gì', { count: errors.length })
            : result.dryRun
              ? say('Tệp không có lỗi')
              : say('Đã nhập xong')
        }
      >
        {errors.length > 0
          ? say('Sửa các dòng dưới đây trong tệp rồi chọn lại tệp.')
          : say('Thêm mới {created}, sửa {changed}, giữ nguyên {unchanged}.', {
              created,
              changed,
              unchanged,
            })}
      </Notice>
      {errors.length > 0 ? (
        <table className={css['table']}>
          <caption>{say('Lỗi trong tệp')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('Dòng')}</th>
              <th scope="col">{say('Cột')}</th>
              <th scope="col">{say('Lỗi')}</th>
            </tr>
          </thead>
          <tbody>
            {errors.map((error, index) => (
              <tr key={index}>
                <td>{error.row}</td>
                <td>{error.column}</td>
                <td>{error.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {doing.length > 0 && errors.length === 0 ? (
        <table className={css['table']}>
          <caption>{say('Những gì sẽ thay đổi')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('Dòng')}</th>
              <th scope="col">{say('Đơn vị')}</th>
              <th scope="col">{say('Cấp trên')}</th>
              <th scope="col">{say('Thay đổi')}</th>
            </tr>
          </thead>
          <tbody>
            {doing.slice(0, 500).map((row) => (
              <tr key={row.row}>
                <td>{row.row}</td>
                <td lang="vi">{row.name}</td>
                <td lang="vi">{row.superior}</td>
                <td>
                  {row.does === 'create'
                    ? say('Thêm mới')
                    : row.changes.map(({ before, after }) => `${before || '–'} → ${after || '–'}`).join('; ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
