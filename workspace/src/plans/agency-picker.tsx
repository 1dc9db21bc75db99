// Finds a unit of the register as one types, with or without diacritics; collective names and names as written may be kept too.
import { Combobox, InputBase, useCombobox } from '@mantine/core';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Input.css';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { unitList, type Unit } from '../api.ts';
import { holds } from '../language/fold.ts';
import { useWords } from '../language/words.ts';
import { today } from '../register/standing.ts';
import { focusAtOnce } from '../ui/focus.ts';
import css from './agencies.module.css';

export interface Picked {
  readonly name: string;
  /** Null: a collective name, or one that is no unit of the register. */
  readonly unitId: number | null;
}

/** Names of many, as plans use them; which units they mean is decided on the day of handing down. */
const collective = [
  'Các sở, ban, ngành',
  'Ủy ban nhân dân các xã, phường',
  'Các đơn vị sự nghiệp',
  'Các cơ quan báo chí của tỉnh',
  'Các tổ chức chính trị - xã hội',
  'Các cơ quan, đơn vị liên quan',
];

interface Props {
  readonly label: string;
  readonly onPick: (picked: Picked) => void;
  readonly onClose: () => void;
  readonly onlyUnits?: boolean;
}

export function AgencyPicker({ label, onPick, onClose, onlyUnits = false }: Props) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 160);
  const combobox = useCombobox({
    defaultOpened: true,
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const found = useQuery({
    queryKey: ['units', 'picked', asked],
    queryFn: ({ signal }) => unitList({ q: asked, limit: 12, on: today() }, signal),
    placeholderData: keepPreviousData,
  });
  const units = found.data?.rows ?? [];
  const many = onlyUnits ? [] : collective.filter((name) => holds(name, text));
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (asked && found.data) selectFirstOption();
    // Only new answers choose the first: the combobox itself is new each time it is drawn.
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [asked, found.data]);
  const pick = (value: string) => {
    const unit = units.find(({ id }) => `unit:${id}` === value);
    if (unit) onPick({ name: unit.name, unitId: unit.id });
    else onPick({ name: value.startsWith('many:') ? value.slice(5) : text.trim(), unitId: null });
    setText('');
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
      <Combobox.Target>
        <InputBase
          ref={focusAtOnce}
          size="sm"
          className={css['picker'] ?? ''}
          aria-label={label}
          placeholder={say('Tên hoặc chữ viết tắt, không cần dấu')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') onClose();
          }}
          onBlur={() => {
            combobox.closeDropdown();
            onClose();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={300} style={{ overflowY: 'auto' }}>
          {units.map((unit) => (
            <Combobox.Option key={unit.id} value={`unit:${unit.id}`}>
              <UnitLine unit={unit} />
            </Combobox.Option>
          ))}
          {many.length > 0 ? (
            <Combobox.Group label={say('Tên gọi chung')}>
              {many.map((name) => (
                <Combobox.Option key={name} value={`many:${name}`}>
                  {name}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ) : null}
          {text.trim() && !onlyUnits ? (
            <Combobox.Option value="as-written">
              {say('Ghi như đã gõ: “{text}”', { text: text.trim() })}
            </Combobox.Option>
          ) : null}
          {units.length === 0 && many.length === 0 && (onlyUnits || !text.trim()) ? (
            <Combobox.Empty>
              {found.isPending ? say('Đang tìm…') : say('Không có đơn vị nào khớp')}
            </Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function UnitLine({ unit }: { unit: Unit }) {
  return (
    <>
      {unit.name}
      {unit.parentName ? <span className={css['note']}>{unit.parentName}</span> : null}
    </>
  );
}
