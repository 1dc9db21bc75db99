// The words of a section: paragraphs one below the other; what was taken from a report below says so beneath it.
import type { FormIndicator, ReportSection, SectionContent } from '@nhipcau/server/contract';
import { Link } from '@tanstack/react-router';
import { moment } from '../language/dates.ts';
import { useWords } from '../language/words.ts';
import { focusSoon } from '../desk/chooser.ts';
import { Writing } from '../ui/writing.tsx';
import { Button } from '../ui/button.tsx';
import { Drop } from '../ui/drop.tsx';
import { failureWords } from '../ui/notice.tsx';
import { nameIn } from './cells.ts';
import {
  appendRun,
  emptyContent,
  insertTexts,
  moveBy,
  plainText,
  removeAt,
  setText,
  sourcesOf,
  toggleKind,
  wordsOf,
  type Paragraph,
} from './content.ts';
import { textKey, textOf } from './desk-items.ts';
import { indicatorsOf, useDesk, usePiece } from './desk-context.ts';
import { shownNumber } from './numbers.ts';
import css from './report.module.css';
import texts from './section-text.module.css';
import { sourceWords } from './words.ts';

/** What stands in the section now: what is held, or what is being written. */
export function useContent(sectionId: string): SectionContent {
  return usePiece(({ report, pending }) => {
    const item = pending[textKey(sectionId)];
    return item?.of === 'text' ? item.content : (textOf(report, sectionId)?.content ?? emptyContent);
  });
}

const blank: readonly Paragraph[] = [{ kind: 'text', runs: [] }];

export function SectionText({
  section,
  unitNames,
}: {
  section: ReportSection;
  /** Of reports below, by id, as far as they are known. */
  unitNames?: ReadonlyMap<number, string>;
}) {
  const { say, language } = useWords();
  const { keeper, readOnly } = useDesk();
  const content = useContent(section.id);
  const held = usePiece(({ report }) => textOf(report, section.id));
  const { paragraphs } = content;
  if (!section.text) return null;
  if (readOnly && paragraphs.every((one) => wordsOf(one).trim() === ''))
    return <p className={css['nothing']}>{say('Chưa có nội dung.')}</p>;
  const shown = paragraphs.length === 0 ? blank : paragraphs;
  return (
    <div className={texts['text']}>
      <TextTrouble sectionId={section.id} />
      {shown.map((paragraph, at) => (
        // Paragraphs have no ids: a place is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <Line
          key={at}
          section={section}
          paragraph={paragraph}
          at={at}
          count={shown.length}
          unitNames={unitNames}
        />
      ))}
      {readOnly ? null : (
        <div className={texts['textTools']}>
          <Button
            small
            look="plain"
            onClick={() => {
              keeper.text(section.id, insertTexts(paragraphs.length, ['']));
              focusSoon(lineId(section.id, Math.max(paragraphs.length, 1)));
            }}
          >
            + {say('Thêm đoạn')}
          </Button>
          <InsertFigure section={section} />
        </div>
      )}
      {held?.changedBy && held.changedAt ? (
        <p className={css['faint']}>
          {say('{who} sửa lúc {when}', { who: held.changedBy, when: moment(held.changedAt, language) })}
        </p>
      ) : null}
    </div>
  );
}

const lineId = (sectionId: string, at: number) => `muc-${sectionId}-${at}`;

interface LineProps {
  readonly section: ReportSection;
  readonly paragraph: Paragraph;
  readonly at: number;
  readonly count: number;
  readonly unitNames: ReadonlyMap<number, string> | undefined;
}

function Line({ section, paragraph, at, count, unitNames }: LineProps) {
  const { say } = useWords();
  const { keeper, readOnly } = useDesk();
  const { id } = section;
  const text = wordsOf(paragraph);
  const add = (texts: readonly string[]) => {
    keeper.text(id, insertTexts(at + 1, texts));
    focusSoon(lineId(id, at + texts.length));
  };
  const remove = () => {
    keeper.text(id, removeAt(at));
    if (count > 1) focusSoon(lineId(id, Math.max(0, at - 1)));
  };
  return (
    <div className={texts['paragraph']} data-kind={paragraph.kind}>
      <div className={texts['paragraphLine']}>
        {paragraph.kind === 'item' ? <span aria-hidden="true">–</span> : null}
        <Writing
          id={lineId(id, at)}
          label={say('{section}, đoạn {n, number}', { section: section.title, n: at + 1 })}
          placeholder={at === 0 ? section.guidance || say('Viết nội dung của mục này') : ''}
          value={text}
          readOnly={readOnly}
          onChange={(next) => keeper.text(id, setText(at, next))}
          onEnter={() => add([''])}
          onEmptied={remove}
          onStep={(by) => {
            if (at + by < 0 || at + by >= count) return;
            keeper.text(id, moveBy(at, by));
            focusSoon(lineId(id, at + by));
          }}
          onLines={add}
        />
        {readOnly || (count === 1 && text === '') ? null : (
          <span className={texts['lineTools']}>
            <Button
              small
              look="plain"
              aria-pressed={paragraph.kind === 'item'}
              aria-label={say('Đoạn {n, number} là gạch đầu dòng', { n: at + 1 })}
              onClick={() => keeper.text(id, toggleKind(at))}
            >
              –
            </Button>
            <Button
              small
              look="plain"
              aria-label={say('Xóa đoạn {n, number}', { n: at + 1 })}
              onClick={remove}
            >
              ✕
            </Button>
          </span>
        )}
      </div>
      <Sources paragraph={paragraph} unitNames={unitNames} />
    </div>
  );
}

function Sources({
  paragraph,
  unitNames,
}: {
  paragraph: Paragraph;
  unitNames: ReadonlyMap<number, string> | undefined;
}) {
  const { say } = useWords();
  const sources = sourcesOf(paragraph);
  const [first] = sources;
  if (!first) return null;
  return (
    <p className={texts['sources']}>
      {say(sourceWords[first.how ?? 'quoted'])}:{' '}
      {sources.map((source, index) => (
        <span key={`${source.reportId} ${source.sectionId}`}>
          {index > 0 ? ', ' : ''}
          <Link to="/bao-cao/$id" params={{ id: String(source.reportId) }} hash={source.sectionId}>
            {unitNames?.get(source.reportId) ?? say('báo cáo số {n}', { n: source.reportId })}
          </Link>
        </span>
      ))}
    </p>
  );
}

/** Puts a figure into the words: it stays tied to the figure, and a difference is warned about later. */
function InsertFigure({ section }: { section: ReportSection }) {
  const { say, language } = useWords();
  const { keeper } = useDesk();
  const report = usePiece((desk) => desk.report);
  const content = useContent(section.id);
  const indicators = indicatorsOf(report, section.indicators);
  const valueOf = ({ id }: FormIndicator) =>
    report.figures.find((one) => one.indicatorId === id && one.cell === '')?.total ?? null;
  const known = indicators.filter((one) => valueOf(one) !== null);
  if (known.length === 0) return null;
  const insert = (indicator: FormIndicator) => {
    const value = valueOf(indicator);
    const at = Math.max(0, content.paragraphs.length - 1);
    keeper.text(
      section.id,
      appendRun(at, {
        text: shownNumber(value, 'vi', indicator.decimals),
        figure: { indicatorId: indicator.id, cell: '', reportId: null, value },
      }),
    );
    focusSoon(lineId(section.id, at));
  };
  return (
    <Drop label={say('Chèn số liệu')}>
      {(close) => (
        <ul className={texts['insert']}>
          {known.map((indicator) => (
            <li key={indicator.id}>
              <button type="button" onClick={() => (insert(indicator), close())}>
                <span>{nameIn(indicator, language)}</span>
                <strong className="figures">
                  {shownNumber(valueOf(indicator), language, indicator.decimals)}
                </strong>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Drop>
  );
}

/** The same section was changed by somebody else, or the server will not have it. */
function TextTrouble({ sectionId }: { sectionId: string }) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const key = textKey(sectionId);
  const conflict = usePiece(({ conflicts }) => conflicts.has(key));
  const error = usePiece(({ refused }) => refused[key]);
  const theirs = usePiece(({ report }) => textOf(report, sectionId));
  if (conflict)
    return (
      <div className={texts['collision']} role="alert">
        <p>
          {say('{who} vừa sửa mục này; bản của bạn bên dưới chưa lưu. Bản của họ:', {
            who: theirs?.changedBy ?? say('Người khác'),
          })}
        </p>
        <blockquote lang="vi">{theirs ? plainText(theirs.content) : '–'}</blockquote>
        <Button small onClick={() => keeper.choose(key, 'theirs')}>
          {say('Lấy bản của họ')}
        </Button>
        <Button small onClick={() => keeper.choose(key, 'mine')}>
          {say('Giữ bản của tôi')}
        </Button>
      </div>
    );
  if (error === undefined) return null;
  const { title, detail } = failureWords(error, say);
  return (
    <div className={texts['collision']} role="alert">
      <p>
        {title}. {detail}
      </p>
    </div>
  );
}
