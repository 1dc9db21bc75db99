// Who came before and who came after, drawn in columns by day; the same as a list for those who do not see it.
import type { UnitDetail, UnitName } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { day as dayWords } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import css from './units.module.css';

type Lineage = UnitDetail['lineage'];

/** How many generations a unit stands before (negative) or after the one in the middle. */
function generations({ links }: Lineage, middle: number): ReadonlyMap<number, number> {
  const found = new Map([[middle, 0]]);
  const walk = (step: 1 | -1) => {
    let line = [middle];
    for (let at = step; line.length > 0 && Math.abs(at) < 30; at += step) {
      line = links.flatMap((link) => {
        const [near, far] = step === 1 ? [link.from, link.to] : [link.to, link.from];
        if (!line.includes(near) || found.has(far)) return [];
        found.set(far, at);
        return [far];
      });
    }
  };
  walk(-1);
  walk(1);
  return found;
}

export function LineageDrawing({ unit }: { unit: UnitDetail }) {
  const { say, language } = useWords();
  const { units, links } = unit.lineage;
  if (links.length === 0) return <p>{say('Không có đơn vị tiền thân hay kế thừa nào được ghi.')}</p>;
  const places = generations(unit.lineage, unit.id);
  const columns = [...Map.groupBy(units, ({ id }) => places.get(id) ?? 0)].toSorted(([a], [b]) => a - b);
  return (
    <ol className={css['lineage']}>
      {columns.map(([at, list]) => (
        <li key={at} className={css['generation']}>
          <h3>{at < 0 ? say('Tiền thân') : at === 0 ? say('Đơn vị này') : say('Kế thừa')}</h3>
          <ul>
            {list.map((each) => {
              const link = links.find((one) => (at < 0 ? one.from === each.id : one.to === each.id));
              return (
                <li key={each.id} className={at === 0 ? css['here'] : css['kin']}>
                  {at === 0 ? <strong lang="vi">{each.name}</strong> : <UnitLink unit={each} />}
                  <small>
                    {lifeWords(each, language, say)}
                    {link?.main && at > 0 ? ` · ${say('kế thừa chính')}` : ''}
                  </small>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}

export function UnitLink({ unit }: { unit: Pick<UnitName, 'id' | 'name'> }) {
  return (
    <Link to="/don-vi/$id" params={{ id: String(unit.id) }} lang="vi">
      {unit.name}
    </Link>
  );
}

type Words = ReturnType<typeof useWords>;

export function lifeWords(
  { validFrom, validTo }: { readonly validFrom: string | null; readonly validTo: string | null },
  language: Words['language'],
  say: Words['say'],
): string {
  if (validFrom && validTo)
    return say('từ {from} đến {to}', {
      from: dayWords(validFrom, language),
      to: dayWords(validTo, language),
    });
  if (validFrom) return say('từ {from} đến nay', { from: dayWords(validFrom, language) });
  if (validTo) return say('đến hết {to}', { to: dayWords(validTo, language) });
  return say('không ghi ngày bắt đầu');
}
