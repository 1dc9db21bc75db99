import { useEffect, useState } from 'react';

/** The text one types, handed on when the hand rests. */
export function useRested(
  value: string,
  onRest: (value: string) => void,
): readonly [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  if (value !== given) {
    setGiven(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => (setGiven(text), onRest(text)), 250);
    return () => clearTimeout(timer);
  }, [text, value, onRest]);
  return [text, setText];
}
