// Sending: to whom the document names itself, and to others; each by one way.
import type { OutgoingDetail, OutgoingReceiverInput, UnitRef } from '@nhipcau/server/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { UnitField } from '../duties/unit-field.tsx';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure, Waiting } from '../ui/notice.tsx';
import css from './forms.module.css';
import { peersOf, sendOutgoing, suggestionsOf } from './requests.ts';
import { ways } from './states.ts';
import { useTaking } from './use-taking.ts';

type Way = OutgoingReceiverInput['way'];
const allWays = ['inside', 'email', 'edxml', 'paper'] as const;
interface Line {
  readonly key: string;
  readonly name: string;
  readonly about: string | null;
  /** The ways that are open, the best first. */
  readonly inputs: Readonly<Partial<Record<Way, OutgoingReceiverInput>>>;
}

export function SendDialog({ detail, onClose }: { detail: OutgoingDetail; onClose: () => void }) {
  const { say } = useWords();
  const suggested = useQuery({
    queryKey: ['outgoing', detail.id, 'suggestions'],
    queryFn: ({ signal }) => suggestionsOf(detail.id, signal),
  });
  const mail = suggested.data?.mail ?? false;
  const [added, setAdded] = useState<readonly Line[]>([]);
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [chosenWays, setWays] = useState<ReadonlyMap<string, Way>>(new Map());
  const lines = [...(suggested.data?.rows ?? []).map((row, index) => lineOf(row, index, mail)), ...added];
  const wayOf = (line: Line) => chosenWays.get(line.key) ?? (Object.keys(line.inputs)[0] as Way);
  // What can only go on paper goes nowhere by itself: somebody has to carry it.
  const isOn = (line: Line) =>
    turned.get(line.key) ?? Object.keys(line.inputs).some((way) => way !== 'paper');
  const turn = (key: string, on: boolean) => setTurned(new Map(turned).set(key, on));
  const receivers = lines.filter(isOn).flatMap((line) => line.inputs[wayOf(line)] ?? []);
  /** A unit that the document names already is not named twice. */
  const add = (line: Line) => {
    const unit = line.inputs.inside?.way === 'inside' ? line.inputs.inside.unitId : null;
    const same = lines.find(
      ({ inputs: { inside } }) => unit !== null && inside?.way === 'inside' && inside.unitId === unit,
    );
    turn((same ?? line).key, true);
    if (same) setWays(new Map(chosenWays).set(same.key, 'inside'));
    else setAdded([...added, line]);
  };
  const send = useTaking<void>({ detail, done: 'Đã gửi văn bản', onClose }, (version) =>
    sendOutgoing(detail.id, { version, receivers }),
  );
  return (
    <Dialog
      wide
      title={say('Gửi văn bản')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Thôi')}</Button>
          <Button
            look="action"
            disabled={receivers.length === 0 || send.isPending}
            onClick={() => send.mutate()}
          >
            {receivers.length > 0 ? say('Gửi đến {n, number} nơi', { n: receivers.length }) : say('Gửi')}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        {send.error ? <Failure error={send.error} /> : null}
        {suggested.isPending ? <Waiting /> : null}
        {suggested.error ? <Failure error={suggested.error} /> : null}
        <fieldset className={css['choice']}>
          <legend>{say('Theo “Kính gửi” và “Nơi nhận”')}</legend>
          {lines.length === 0 && suggested.data ? (
            <p>{say('Văn bản không nêu nơi nhận nào còn chưa gửi. Thêm nơi nhận ở dưới.')}</p>
          ) : null}
          {lines.map((line) => (
            <ReceiverLine
              key={line.key}
              line={line}
              on={isOn(line)}
              way={wayOf(line)}
              onToggle={(on) => turn(line.key, on)}
              onWay={(way) => setWays(new Map(chosenWays).set(line.key, way))}
            />
          ))}
        </fieldset>
        <AddReceiver detail={detail} mail={mail} onAdd={add} />
      </div>
    </Dialog>
  );
}

type Suggestion = Awaited<ReturnType<typeof suggestionsOf>>['rows'][number];

function lineOf(
  { name, unitId, unitName, inside, email, peerId }: Suggestion,
  at: number,
  mail: boolean,
): Line {
  return {
    key: `s${at}`,
    name,
    about: unitName !== null && unitName !== name ? unitName : null,
    inputs: {
      ...(inside && unitId !== null ? { inside: { way: 'inside', unitId } } : {}),
      ...(peerId === null ? {} : { edxml: { way: 'edxml', peerId } }),
      ...(email === null || !mail ? {} : { email: { way: 'email', name, email } }),
      paper: { way: 'paper', name },
    },
  };
}

interface LineProps {
  readonly line: Line;
  readonly on: boolean;
  readonly way: Way;
  readonly onToggle: (on: boolean) => void;
  readonly onWay: (way: Way) => void;
}

function ReceiverLine({ line, on, way, onToggle, onWay }: LineProps) {
  const { say } = useWords();
  const open = Object.keys(line.inputs) as Way[];
  return (
    <div className={css['check']}>
      <input
        type="checkbox"
        aria-label={line.name}
        checked={on}
        onChange={(event) => onToggle(event.target.checked)}
      />
      <span lang="vi">
        {line.name}
        {line.about ? <small>{line.about}</small> : null}
      </span>
      <select
        className={css['wayChoice']}
        aria-label={say('Cách gửi đến {name}', { name: line.name })}
        disabled={!on}
        value={way}
        onChange={(event) => onWay(event.target.value as Way)}
      >
        {open.map((one) => (
          <option key={one} value={one}>
            {say(ways[one])}
          </option>
        ))}
      </select>
    </div>
  );
}

interface AddProps {
  readonly detail: OutgoingDetail;
  readonly mail: boolean;
  readonly onAdd: (line: Line) => void;
}

function AddReceiver({ detail, mail, onAdd }: AddProps) {
  const { say } = useWords();
  const [way, setWay] = useState<Way>('inside');
  const [unit, setUnit] = useState<UnitRef | null>(null);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [letter, setLetter] = useState<'' | 'vi' | 'en'>('');
  const [peerId, setPeerId] = useState<number | null>(null);
  const peers = useQuery({
    queryKey: ['exchange', 'peers', detail.owner.id],
    queryFn: ({ signal }) => peersOf(detail.owner.id, signal),
    enabled: way === 'edxml',
  });
  const peer = peers.data?.rows.find(({ id }) => id === peerId);
  const input: Readonly<Record<Way, OutgoingReceiverInput | null>> = {
    inside: unit && { way: 'inside', unitId: unit.id },
    email:
      name.trim() && /^\S+@\S+\.\S+$/.test(email)
        ? { way: 'email', name: name.trim(), email, ...(letter ? { language: letter } : {}) }
        : null,
    edxml: peer ? { way: 'edxml', peerId: peer.id } : null,
    paper: name.trim() ? { way: 'paper', name: name.trim() } : null,
  };
  const chosen = input[way];
  const add = () => {
    if (!chosen) return;
    const shown = way === 'inside' ? (unit?.name ?? '') : way === 'edxml' ? (peer?.name ?? '') : name.trim();
    onAdd({
      key: crypto.randomUUID(),
      name: shown,
      about: way === 'email' ? email : null,
      inputs: { [way]: chosen },
    });
    setUnit(null);
    setName('');
    setEmail('');
  };
  return (
    <fieldset className={css['choice']}>
      <legend>{say('Thêm nơi nhận khác')}</legend>
      <div className={css['form']}>
        <label>
          {say('Cách gửi')}
          <select value={way} onChange={(event) => setWay(event.target.value as Way)}>
            {allWays
              .filter((one) => one !== 'email' || mail)
              .map((one) => (
                <option key={one} value={one}>
                  {say(ways[one])}
                </option>
              ))}
          </select>
        </label>
        {way === 'inside' ? (
          <UnitField living label={say('Đơn vị nhận')} value={unit} onChange={setUnit} />
        ) : null}
        {way === 'edxml' ? (
          <label>
            {say('Hệ thống nhận')}
            <select value={peerId ?? ''} onChange={(event) => setPeerId(Number(event.target.value) || null)}>
              <option value="">{say('Chọn…')}</option>
              {peers.data?.rows
                .filter(({ active }) => active)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name} ({one.code})
                  </option>
                ))}
            </select>
          </label>
        ) : null}
        {way === 'email' || way === 'paper' ? (
          <label>
            {say('Tên nơi nhận')}
            <input lang="vi" maxLength={500} value={name} onChange={(event) => setName(event.target.value)} />
          </label>
        ) : null}
        {way === 'email' ? (
          <label>
            {say('Địa chỉ thư điện tử')}
            <input
              type="email"
              maxLength={320}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </label>
        ) : null}
        {way === 'email' ? (
          <label>
            {say('Ngôn ngữ của thư')}
            <select value={letter} onChange={(event) => setLetter(event.target.value as '' | 'vi' | 'en')}>
              <option value="">{say('Theo tài khoản của người nhận')}</option>
              <option value="vi" lang="vi">
                Tiếng Việt
              </option>
              <option value="en" lang="en">
                English
              </option>
            </select>
          </label>
        ) : null}
        <div>
          <Button small disabled={!chosen} onClick={add}>
            {say('Thêm vào danh sách gửi')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
