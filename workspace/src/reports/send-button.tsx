// Sending a report, or handing it to the unit's leaders who send it: what still lacks is said before.
import type { Report } from '@nhipcau/server/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import forms from '../duties/bulk.module.css';
import { useKept } from '../duties/kept.ts';
import { useWords, type Message } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import { useDesk } from './desk-context.ts';
import css from './report.module.css';
import { savingWords } from './saving-words.ts';
import { Returns } from './section.tsx';
import { useAct } from './use-act.ts';

type Act = 'hand' | 'submit';

const words: Readonly<
  Record<Act, { does: Message; anyway: Message; done: Message; lacks: Message; looks: Message }>
> = {
  submit: {
    does: 'Gửi báo cáo',
    anyway: 'Vẫn gửi',
    done: 'Đã gửi báo cáo',
    lacks: 'Chưa gửi được, còn thiếu:',
    looks: 'Nên xem lại trước khi gửi:',
  },
  hand: {
    does: 'Trình lãnh đạo',
    anyway: 'Vẫn trình',
    done: 'Đã trình lãnh đạo',
    lacks: 'Chưa trình được, còn thiếu:',
    looks: 'Nên xem lại trước khi trình:',
  },
};

interface Props {
  readonly report: Report;
  readonly act: Act;
}

export function SendButton({ report, act }: Props) {
  const { say } = useWords();
  const { keeper } = useDesk();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    const clean = await keeper.settled();
    setBusy(false);
    if (clean) setOpen(true);
    else toast(say(savingWords[keeper.now().saving], { n: keeper.now().wrong.size }), { tone: 'problem' });
  };
  return (
    <>
      <Button look="action" disabled={busy} onClick={() => void begin()}>
        {say(words[act].does)}
      </Button>
      {open ? <SendDialog report={report} act={act} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SendDialog({ report, act, onClose }: Props & { readonly onClose: () => void }) {
  const { say } = useWords();
  const said = words[act];
  const note = useKept(`report-hand:${report.id}`, '');
  const step = useAct(report, () => {
    note.forget();
    toast(say(said.done));
    onClose();
  });
  const blocked = report.unready.some((one) => one.blocks);
  const word = act === 'hand' ? note.value.trim() : '';
  return (
    <Dialog
      title={say(said.does)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={blocked || step.isPending}
            onClick={() => step.mutate({ act, how: word ? { reason: word } : {} })}
          >
            {!blocked && report.unready.length > 0 ? say(said.anyway) : say(said.does)}
          </Button>
        </>
      }
    >
      {step.error ? <Failure error={step.error} /> : null}
      <Consequence report={report} act={act} />
      {act === 'hand' ? (
        <div className={forms['form']}>
          <label>
            {say('Lời nhắn cho lãnh đạo (không bắt buộc)')}
            <textarea
              rows={2}
              lang="vi"
              maxLength={2000}
              value={note.value}
              onChange={(event) => note.set(event.target.value)}
            />
          </label>
        </div>
      ) : null}
      <Lacks report={report} act={act} onGo={onClose} />
      <Returns report={report} sectionId={null} />
    </Dialog>
  );
}

function Consequence({ report, act }: Props) {
  const { say } = useWords();
  const unit = report.receiver?.name;
  if (act === 'hand')
    return (
      <p>
        {say(
          'Lãnh đạo đơn vị nhận thông báo và thư điện tử, xem, sửa rồi ký gửi hoặc trả lại kèm lý do. Bạn lấy lại được khi báo cáo chưa gửi; trong lúc đó bạn không sửa được.',
        )}
      </p>
    );
  return (
    <p>
      {unit
        ? say('Báo cáo được gửi đến {unit}. Sau khi gửi, đơn vị rút lại được khi bên nhận chưa xem xét.', {
            unit,
          })
        : say('Báo cáo tổng hợp được trình để phê duyệt.')}
    </p>
  );
}

/** What it is refused for, else what is worth a look; each leads to its section. */
function Lacks({ report, act, onGo }: Props & { readonly onGo: () => void }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const blocks = report.unready.filter((one) => one.blocks);
  const lines = blocks.length > 0 ? blocks : report.unready;
  if (lines.length === 0) return null;
  const go = (sectionId: string) => {
    onGo();
    void navigate({ to: '.', hash: sectionId });
  };
  return (
    <>
      <p className={css['lackTitle']}>{say(blocks.length > 0 ? words[act].lacks : words[act].looks)}</p>
      <ul className={css['lacks']}>
        {lines.map(({ code, text, sectionId }) => (
          <li key={`${code} ${text}`}>
            {sectionId ? (
              <a
                href={`#${sectionId}`}
                onClick={(event) => {
                  event.preventDefault();
                  go(sectionId);
                }}
              >
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
