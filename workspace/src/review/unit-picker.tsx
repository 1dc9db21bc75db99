// Finds a unit of the register as one types, with or without diacritics; a name that is no unit may be kept as written.
import { Combobox, InputBase, useCombobox } from '@mantine/core';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/Input.css';
import { useDebouncedValue } from '@mantine/hooks';
import type { Unit } from '@nhipcau/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { unitList } from '../api.ts';
import { day } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { focusAtOnce } from '../ui/focus.ts';
import css from './agencies.module.css';
import { useDesk } from './desk-context.ts';
import { useHeldShortcuts } from '../ui/shortcuts.ts';

interface Picked {
  readonly name: string;
  readonly unitId?: number;
}

interface Props {
  readonly label: string;
  readonly onPick: (picked: Picked) => void;
  readonly onClose: () => void;
  readonly onlyUnits?: boolean;
}

export function UnitPicker({ label, onPick, onClose, onlyUnits }: Props) {
  const { say } = useWords();
  const { documentId, issuedOn } = useDesk();
  const [text, setText] = useState('');
  useHeldShortcuts(true);
  const [asked] = useDebouncedValue(text.trim(), 160);
  const combobox = useCombobox({
    defaultOpened: true,
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const found = useQuery({
    queryKey: ['units', asked, issuedOn, documentId],
    queryFn: ({ signal }) =>
      unitList({ q: asked, limit: 12, documentId, ...(issuedOn ? { on: issuedOn } : {}) }, signal),
    placeholderData: keepPreviousData,
  });
  const units = found.data?.rows ?? [];
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (asked && found.data) selectFirstOption();
    // Only new answers choose the first: the combobox itself is new each time it is drawn.
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [asked, found.data]);
  const pick = (value: string) => {
    const unit = units.find((one) => `unit:${one.id}` === value);
    onPick(unit ? { name: unit.name, unitId: unit.id } : { name: text.trim() });
  };
  return (
    <div className={css['picker']}>
      <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
        <Combobox.Target>
          <InputBase
            ref={focusAtOnce}
            size="sm"
            aria-label={label}
            placeholder={say('Tên hoặc chữ viết tắt, không cần dấu')}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              combobox.openDropdown();
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onClose();
              event.stopPropagation();
            }}
            onBlur={() => {
              combobox.closeDropdown();
              if (!text.trim()) onClose();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
            {units.map((unit) => (
              <Combobox.Option key={unit.id} value={`unit:${unit.id}`}>
                <UnitLine unit={unit} />
              </Combobox.Option>
            ))}
            {text.trim() && !onlyUnits ? (
              <Combobox.Option value="as-written">
                {say('Ghi như đã gõ: “{text}”', { text: text.trim() })}
              </Combobox.Option>
            ) : null}
            {units.length === 0 && (onlyUnits || !text.trim()) ? (
              <Combobox.Empty>
                {found.isPending ? say('Đang tìm…') : say('Không có đơn vị nào khớp')}
              </Combobox.Empty>
            ) : null}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}

function UnitLine({ unit }: { unit: Unit }) {
  const { say, language } = useWords();
  const notes = [
    unit.parentName,
    unit.validTo ? say('đến {date}', { date: day(unit.validTo, language) }) : null,
  ].filter((note) => note !== null);
  return (
    <>
      {unit.name}
      {notes.length > 0 ? <span className={css['optionNote']}>{notes.join(' · ')}</span> : null}
    </>
  );
}
