// What is known of a unit, and what its keepers may do with it.
import type { UnitDetail } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useWords } from '../language/words.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { CreateDialog } from './create-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { kindWord } from './kinds.ts';
import { lifeWords, UnitLink } from './lineage.tsx';
import css from './units.module.css';

export function UnitFacts({ unit }: { unit: UnitDetail }) {
  const { say, language } = useWords();
  const [editing, setEditing] = useState(false);
  const [adding, setAdding] = useState(false);
  const { contact, aliases } = unit;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [say('Loại đơn vị'), say(kindWord(unit.kind))],
    [say('Cấp trên'), unit.parent ? <UnitLink unit={unit.parent} /> : say('không có')],
    [say('Hoạt động'), lifeWords(unit, language, say)],
    [say('Mã định danh'), unit.code],
    [say('Mã vùng'), unit.areaCode],
    [say('Tên gọi khác'), aliases.length > 0 ? <span lang="vi">{aliases.join('; ')}</span> : null],
    [say('Địa chỉ'), contact.address],
    [say('Điện thoại'), contact.phone],
    [say('Thư điện tử'), contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : null],
    [say('Trang thông tin'), contact.website ? <a href={contact.website}>{contact.website}</a> : null],
  ];
  return (
    <section className={css['facts']}>
      <dl>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <div className={css['actions']}>
        {unit.demo ? <Tag>{say('dữ liệu minh họa')}</Tag> : null}
        {unit.may.includes('edit') ? (
          <Button onClick={() => setEditing(true)}>{say('Sửa thông tin')}</Button>
        ) : null}
        {unit.may.includes('edit') && unit.validTo === null ? (
          <Button onClick={() => setAdding(true)}>{say('Thêm đơn vị trực thuộc')}</Button>
        ) : null}
        {unit.may.includes('reorganise') && unit.validTo === null ? (
          <Link className={buttonClass()} to="/don-vi/sap-xep" search={{ donvi: unit.id }}>
            {say('Sắp xếp đơn vị này')}
          </Link>
        ) : null}
      </div>
      {adding ? <CreateDialog parent={unit} onClose={() => setAdding(false)} /> : null}
      {editing ? <EditDialog unit={unit} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}
