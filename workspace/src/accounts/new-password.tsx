import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { failureWords } from '../ui/notice.tsx';

/** A password is typed once and can be looked at; what it must be stands beside it. */
export function NewPassword({
  withCode,
  value,
  onChange,
  error,
}: {
  withCode: boolean;
  value: string;
  onChange: (value: string) => void;
  error: unknown;
}) {
  const { say } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <Field
      label={say('Mật khẩu mới')}
      type={shown ? 'text' : 'password'}
      autoComplete="new-password"
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
      hint={
        withCode
          ? say('Ít nhất 8 ký tự, không có tên hay e-mail của bạn.')
          : say(
              'Ít nhất 14 ký tự (8 khi đã bật xác thực hai bước), không có tên hay e-mail của bạn. Vài từ liền nhau dễ nhớ hơn nhiều ký hiệu.',
            )
      }
      wrong={error ? failureWords(error, say).detail : undefined}
      beside={<Button onClick={() => setShown(!shown)}>{shown ? say('Ẩn') : say('Hiện')}</Button>}
    />
  );
}
